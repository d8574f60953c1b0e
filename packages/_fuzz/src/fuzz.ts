import { compare, type Disagreement, disagreementAbout, report } from './compare.js'
import type { Answer, FuzzEvaluator } from './evaluators/evaluator.js'
import { reference } from './evaluators/reference.js'
import { type Prepared, prepare } from './prepare.js'
import { type CaseSize, type FuzzCase, fuzzCase } from './random/case.js'
import { seedOf } from './random/random.js'
import { shrink } from './shrink.js'

export interface FuzzOptions {
  readonly seed: number
  /** How many cells to compare, of all evaluators together. A cell is one answer of one evaluator. */
  readonly cells: number
  readonly evaluators: readonly FuzzEvaluator[]
  /** The size of each case, by its number. */
  readonly sizeOf?: (index: number) => CaseSize
  /** The number of one case to see again; nothing else is run. */
  readonly onlyCase?: number
  readonly progress?: (line: string) => void
}

export interface FuzzOutcome {
  readonly cells: Readonly<Record<string, number>>
  readonly policies: number
  /** Policies that the rulebook refused, by the code of their first issue. */
  readonly refused: Readonly<Record<string, number>>
  /** Answers by standing and status: a run that sees only one kind proves little. */
  readonly kinds: Readonly<Record<string, number>>
  /** Each with all that is needed to see it again. The run ends when there are three. */
  readonly disagreements: readonly string[]
  readonly summary: string
}

/**
 * Random cases until enough cells are compared.
 * @throws RangeError where there is no evaluator
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzOutcome> {
  const { seed, evaluators, progress, onlyCase, sizeOf = usualSize } = options
  if (evaluators.length === 0) throw new RangeError('There is no evaluator to compare.')
  const cells = tally(evaluators.map(({ name }) => name))
  const refused = tally([])
  const kinds = tally([])
  const seconds = tally([])
  const disagreements: string[] = []
  let policies = 0
  let cases = 0
  let told = 0
  const compared = (): number => Object.values(cells.counts).reduce((sum, each) => sum + each, 0)

  for (let index = onlyCase ?? 0; index === onlyCase || compared() < options.cells; index += 1) {
    const made = fuzzCase(seedOf(seed, index), sizeOf(index))
    cases += 1
    policies += Object.keys(made.policies).length
    const prepared = prepare(made)
    for (const code of prepared.refused) refused.add(code, 1)
    const expected = await referred(prepared, seed, index)
    for (const { standing, status } of expected) kinds.add(`${standing} ${status}`, 1)
    for (const evaluator of evaluators) {
      const begun = performance.now()
      const found = await compare(prepared, expected, evaluator)
      seconds.add(evaluator.name, (performance.now() - begun) / 1000)
      cells.add(evaluator.name, found.cells)
      if (found.disagreement === undefined) continue
      const seen = await smallest(prepared, found.disagreement, evaluator)
      disagreements.push(`Seen again with --seed ${seed} --case ${index}: ${seen}`)
    }
    if (compared() - told >= 1_000_000) {
      told = compared()
      progress?.(`${cases} cases, ${told.toLocaleString('en')} cells`)
    }
    if (onlyCase !== undefined || disagreements.length >= 3) break
  }

  const outcome = {
    cells: cells.counts,
    policies,
    refused: refused.counts,
    kinds: kinds.counts,
    disagreements,
  }
  const head = `seed ${seed}: ${cases} cases, ${compared().toLocaleString('en')} cells`
  const summary = [
    `${head}, ${disagreements.length} disagreements`,
    JSON.stringify({ ...outcome, seconds: seconds.counts, disagreements: undefined }, null, 2),
  ]
  return { ...outcome, summary: summary.join('\n') }
}

/** Mostly many rules about few subjects; at times many subjects, for what works on them in batches. */
function usualSize(index: number): CaseSize {
  if (index % 40 === 39) return { policies: 1, subjects: 1500, dates: 2 }
  if (index % 8 === 7) return { policies: 3, subjects: 200, dates: 4 }
  return { policies: 5, subjects: 24, dates: 12 }
}

/** @throws Error with the case: a rule that was accepted and cannot be read is a fault as well */
async function referred(fuzz: Prepared, seed: number, index: number): Promise<readonly Answer[]> {
  try {
    return await reference.answers(fuzz)
  } catch (cause) {
    throw new Error(`The reference cannot answer --seed ${seed} --case ${index}.`, { cause })
  }
}

async function smallest(fuzz: FuzzCase, found: Disagreement, evaluator: FuzzEvaluator): Promise<string> {
  const least = await shrink(fuzz, found, evaluator)
  return report((await disagreementAbout(least, evaluator)) ?? found, least)
}

function tally(names: readonly string[]): {
  counts: Record<string, number>
  add(name: string, count: number): void
} {
  const counts: Record<string, number> = Object.fromEntries(names.map((name) => [name, 0]))
  return {
    counts,
    add(name, count) {
      counts[name] = (counts[name] ?? 0) + count
    },
  }
}
