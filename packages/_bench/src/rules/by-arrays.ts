import { codes, decisions, levels, missing, statuses, type World } from './world.js'

/*
 * The policies of the region written by hand as loops over typed arrays: what a developer would write
 * who knows exactly these policies and wants them fast. Nothing is judged further than it must be.
 */

/** 2 met, 1 unknown, 0 unmet. */
type Code = 0 | 1 | 2

export interface Judged {
  readonly status: Uint8Array
  /** 1 where the policy is about the practice. */
  readonly applies: Uint8Array
}

/** With the codes of the conditions, in the order of the policies. */
export interface FullyJudged extends Judged {
  readonly conditions: readonly Uint8Array[]
}

/** What each municipality of `codes` stands for on the day of the facts. */
export type Successors = Uint8Array

const inProgress = statuses.indexOf('in-progress')
const implemented = statuses.indexOf('implemented')
const regionalLevel = levels.indexOf('regional')
const federalLevel = levels.indexOf('federal')
const passed = decisions.indexOf('passed')

export function judgeReplication(world: World, day: number, successors: Successors): Judged {
  const { practices } = world
  const status = new Uint8Array(practices)
  const applies = new Uint8Array(practices)
  const marks = newMarks()
  for (let practice = 0; practice < practices; practice += 1) {
    applies[practice] = isPublished(world, day, practice) ? 1 : 0
    status[practice] = replicated(world, day, practice, successors, marks)
  }
  return { status, applies }
}

export function judgeFederal(world: World, day: number, successors: Successors): Judged {
  const { practices } = world
  const status = new Uint8Array(practices)
  const applies = new Uint8Array(practices)
  const marks = newMarks()
  for (let practice = 0; practice < practices; practice += 1) {
    const about = isPublished(world, day, practice)
    applies[practice] = about ? 1 : 0
    // A used policy that is not about the practice leaves it unknown.
    const regional = about ? regionally(world, day, practice) : 1
    if (regional === 0) continue
    const spread = about ? replicated(world, day, practice, successors, marks) : 1
    if (spread === 0 || !certified(world, day, practice) || !defended(world, day, practice)) continue
    status[practice] = regional < spread ? regional : spread
  }
  return { status, applies }
}

/** The same with each of its six conditions about every practice, as a list of what is short needs them. */
export function judgeFederalFully(world: World, day: number, successors: Successors): FullyJudged {
  const { practices } = world
  const column = (): Uint8Array => new Uint8Array(practices)
  const [status, applies] = [column(), column()]
  const [tools, improvement, attestation] = [column(), column(), column()]
  const [municipalities, certificates, defences] = [column(), column(), column()]
  const marks = newMarks()
  for (let practice = 0; practice < practices; practice += 1) {
    const a = enoughTools(world, practice)
    const b = improved(world, day, practice)
    const c = attested(world, day, practice)
    const d = replicated(world, day, practice, successors, marks)
    const e = certified(world, day, practice) ? 2 : 0
    const f = defended(world, day, practice) ? 2 : 0
    tools[practice] = a
    improvement[practice] = b
    attestation[practice] = c
    municipalities[practice] = d
    certificates[practice] = e
    defences[practice] = f
    const about = isPublished(world, day, practice)
    applies[practice] = about ? 1 : 0
    status[practice] = Math.min(about ? Math.min(a, b, c, d) : 1, e, f)
  }
  return {
    status,
    applies,
    conditions: [tools, improvement, attestation, municipalities, certificates, defences],
  }
}

function isPublished({ publishedOn }: World, day: number, practice: number): boolean {
  const published = publishedOn[practice] ?? missing
  return published !== missing && published <= day
}

/** The practice that each municipality was last seen in, for certain and possibly. */
interface Marks {
  readonly certain: Int32Array
  readonly possible: Int32Array
}

function newMarks(): Marks {
  const { length } = codes
  return { certain: new Int32Array(length).fill(-1), possible: new Int32Array(length).fill(-1) }
}

/** At least 15 different municipalities. */
function replicated(world: World, day: number, practice: number, successors: Successors, marks: Marks): Code {
  const { starts, municipality, status, implementedOn, endedOn } = world.adoptions
  const end = starts[practice + 1] ?? 0
  let certain = 0
  let possible = 0
  for (let row = starts[practice] ?? 0; row < end; row += 1) {
    const stage = status[row] ?? missing
    if (stage !== implemented && stage !== inProgress) continue
    const from = implementedOn[row] ?? missing
    if (from === missing ? stage === inProgress : from > day) continue
    const until = endedOn[row] ?? missing
    if (until !== missing && until <= day) continue
    const place = successors[municipality[row] ?? 0] ?? 0
    if (marks.possible[place] !== practice) {
      marks.possible[place] = practice
      possible += 1
    }
    if (from !== missing && marks.certain[place] !== practice) {
      marks.certain[place] = practice
      certain += 1
      if (certain >= 15) return 2
    }
  }
  return possible >= 15 ? 1 : 0
}

function regionally(world: World, day: number, practice: number): Code {
  const equipped = enoughTools(world, practice)
  if (equipped === 0) return 0
  const better = improved(world, day, practice)
  if (better === 0) return 0
  const checked = attested(world, day, practice)
  return checked < better ? (checked < equipped ? checked : equipped) : better < equipped ? better : equipped
}

/** At least 3 different tools; one bit for each. */
function enoughTools({ tools: rows }: World, practice: number): Code {
  const { starts, tool } = rows
  const start = starts[practice] ?? 0
  const end = starts[practice + 1] ?? 0
  if (start === end) return 1
  let seen = 0
  let count = 0
  for (let row = start; row < end; row += 1) {
    const bit = 1 << (tool[row] ?? 0)
    if ((seen & bit) === 0) {
      seen |= bit
      count += 1
    }
  }
  return count >= 3 ? 2 : 0
}

/** An indicator that was measured by the day and is better by at least a tenth. */
function improved({ indicators }: World, day: number, practice: number): Code {
  const { starts, better, base, result, resultOn } = indicators
  const start = starts[practice] ?? 0
  const end = starts[practice + 1] ?? 0
  if (start === end) return 1
  let code: Code = 0
  for (let row = start; row < end; row += 1) {
    if ((resultOn[row] ?? missing) > day) continue
    const before = base[row] ?? Number.NaN
    const change = ((result[row] ?? Number.NaN) - before) * (better[row] ?? 1)
    if (before === 0 || Number.isNaN(change)) code = 1
    else if (change * 10 >= Math.abs(before)) return 2
  }
  return code
}

/** A check that was good in everything, before a defence that was passed by the day. */
function attested(world: World, day: number, practice: number): Code {
  const { starts } = world.checks
  const end = starts[practice + 1] ?? 0
  let code: Code = 0
  for (let row = starts[practice] ?? 0; row < end; row += 1) {
    const one = attests(world, day, row)
    if (one === 2) return 2
    if (one === 1) code = 1
  }
  return code
}

function attests({ checks }: World, day: number, row: number): Code {
  if ((checks.heldOn[row] ?? missing) > day) return 0
  const defended = checks.defendedOn[row] ?? missing
  if (defended === missing || defended > day) return 0
  let code: Code = 2
  const assessors = checks.assessors[row] ?? missing
  if (assessors === missing) code = 1
  else if (assessors < 2) return 0
  const author = checks.authorAssesses[row] ?? missing
  if (author === missing) code = 1
  else if (author === 1) return 0
  let total = 0
  let scored = true
  for (const block of checks.blocks) {
    const score = block[row] ?? missing
    if (score === missing) scored = false
    else if (score < 16) return 0
    total += score
  }
  if (!scored) code = 1
  else if (total < 80) return 0
  const signed = checks.signed[row] ?? missing
  if (signed === missing) code = 1
  else if (signed === 0) return 0
  const open = checks.openFindings[row] ?? missing
  if (open === missing) code = 1
  else if (open > 0) return 0
  return code
}

function certified({ certificates }: World, day: number, practice: number): boolean {
  const { starts, level, issuedOn, revokedOn } = certificates
  const end = starts[practice + 1] ?? 0
  for (let row = starts[practice] ?? 0; row < end; row += 1) {
    if (level[row] !== regionalLevel || (issuedOn[row] ?? missing) > day) continue
    const revoked = revokedOn[row] ?? missing
    if (revoked === missing || revoked > day) return true
  }
  return false
}

function defended({ defences }: World, day: number, practice: number): boolean {
  const { starts, level, heldOn, decision } = defences
  const end = starts[practice + 1] ?? 0
  for (let row = starts[practice] ?? 0; row < end; row += 1) {
    if (level[row] === federalLevel && decision[row] === passed && (heldOn[row] ?? missing) <= day)
      return true
  }
  return false
}
