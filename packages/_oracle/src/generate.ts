import { certificationTables } from './certification.js'
import { csv } from './lines.js'
import { practiceTables } from './practices.js'
import { projectTables } from './projects.js'
import { Random } from './random.js'
import type { RegisterFiles } from './register.js'
import { factoryLines, municipalityLines, worldOf } from './world.js'

export interface GenerateOptions {
  /** A whole number; the same options give the same register. */
  seed: number
  /** Default 215, times the scale. */
  practices?: number
  /** Default 2360, times the scale; about two indicators each. */
  projects?: number
  /** All rows of the table, dissolved and formed ones too. Default 52. */
  municipalities?: number
  /** Municipalities merged into another; the first two of them form a new one. Default 4. */
  mergers?: number
  /** Chains a → b → c on two days. Default 2. */
  chainedMergers?: number
  /** On average; the boundary of a threshold is best met with one more than it. Default 16. */
  adoptionsPerPractice?: number
  /** Multiplies the practices and the projects. Default 1. */
  scale?: number
  /** The dates it is meant to be judged on: events gather around them. */
  dates?: readonly string[]
}

/** The dates of the bundled register. */
const DATES = ['2024-12-31', '2025-03-31', '2025-12-24']

/**
 * A random register that is valid and holds the odd cases of the rules.
 * Throws TypeError when there are too few municipalities for the mergers, or projects for the practices.
 */
export function generate(options: GenerateOptions): RegisterFiles {
  const { seed, scale = 1, practices = 215, projects = 2360, adoptionsPerPractice = 16 } = options
  const { municipalities = 52, mergers = 4, chainedMergers = 2, dates = DATES } = options
  const world = worldOf(new Random(seed), { municipalities, mergers, chainedMergers, dates })
  const done = projectTables(world, Math.round(projects * scale))
  const spread = practiceTables(world, done.projects, Math.round(practices * scale), adoptionsPerPractice)
  const certified = certificationTables(world, spread.practices)
  return {
    municipalities: csv('municipalities', municipalityLines(world)),
    factories: csv('factories', factoryLines(world)),
    projects: csv('projects', done.projectLines),
    indicators: csv('indicators', done.indicatorLines),
    practices: csv('practices', spread.practiceLines),
    adoptions: csv('adoptions', spread.adoptionLines),
    checks: csv('checks', certified.checkLines),
    defences: csv('defences', certified.defenceLines),
    certificates: csv('certificates', certified.certificateLines),
  }
}
