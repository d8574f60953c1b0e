import type { Predicate } from '@tirazh/spec'
import type { Condition, Part, Program } from '../program.js'
import type { Successions } from '../succession.js'
import { inSubjectBatches } from './batch.js'
import { codes } from './codes.js'
import type { Columns } from './columns.js'
import { type Ends, endsOf } from './ends.js'
import { keysOf } from './keys.js'
import { type Codes, decidedScope, type Scope, type Subjects, subjectScope } from './scope.js'

/** What one policy says about every subject. */
export interface PolicyCodes {
  readonly policy: string
  /** 2 met, 1 unknown, 0 unmet. */
  readonly status: Uint8Array
  /** 3 applies, 2 unclear, 1 not applicable, 0 not in force. */
  readonly standing: Uint8Array
  /** Whom the policy is about; absent where it is about everybody. */
  readonly applies?: LeafCodes
  /** The undivided conditions of the rule, in the order in which they are written. */
  readonly leaves: readonly LeafCodes[]
}

export interface LeafCodes {
  readonly predicate: Predicate
  /** 2 met, 1 unknown, 0 unmet. */
  readonly codes: Uint8Array
}

/** What was worked out on a day, by what it is: another program may have much of it too. */
export interface Kept {
  readonly names: Map<string, number>
  readonly ends: Map<number, Ends>
  readonly codes: Map<string, Uint8Array>
}

export interface Judged {
  /** Each after those it uses. */
  readonly parts: readonly PolicyCodes[]
  readonly kept: Kept
}

/** What a program is judged with. */
export interface Setting {
  readonly columns: Columns
  readonly successions: Successions
  /** The day of the facts. */
  readonly asOf: number
  /** What was worked out in the same setting before. */
  readonly before?: Kept
}

/** A program about all subjects. What is kept is not worked out again. */
export function judge(program: Program, { columns, successions, asOf, before }: Setting): Judged {
  const { size } = columns
  const kept: Kept = { names: new Map(before?.names), ends: new Map(), codes: new Map() }
  const keys = keysOf(program, kept.names)
  for (const place of program.aggregations.keys()) {
    const ends = before?.ends.get(keys.aggregation(place))
    if (ends) kept.ends.set(keys.aggregation(place), ends)
  }
  const parts: PolicyCodes[] = []
  const subjects: Subjects = {
    columns,
    successions,
    asOf,
    end: ({ aggregation, end }) => ends(aggregation)[end],
    used: (part) => codesOf(`used ${keys.part(part)}`, () => usedCodes(parts[part], size)),
  }
  const scope = subjectScope(subjects)

  function ends(place: number): Ends {
    const aggregation = program.aggregations[place]
    if (aggregation === undefined) throw new RangeError(`The program has no aggregation ${place}.`)
    const key = keys.aggregation(place)
    const found = kept.ends.get(key) ?? endsOf(aggregation, subjects)
    kept.ends.set(key, found)
    return found
  }

  function codesOf(key: string, make: () => Uint8Array): Uint8Array {
    const found = kept.codes.get(key) ?? before?.codes.get(key) ?? make()
    kept.codes.set(key, found)
    return found
  }

  function decided(node: Condition, within: Scope = scope): Uint8Array {
    return codesOf(`condition ${keys.condition(node)}`, () => filled(codes(node, within), size))
  }

  function judged({ policy, version, applies, rule, leaves }: Part): PolicyCodes {
    const known = new Map(leaves.map(({ condition }) => [condition, decided(condition)]))
    const about = applies && decided(applies)
    const standing = `standing ${rule && (applies === undefined ? 'all' : keys.condition(applies))}`
    return {
      policy: policy.id,
      status: rule ? decided(rule, decidedScope(subjects, known)) : new Uint8Array(size).fill(1),
      standing: codesOf(standing, () => (rule ? standingCodes(about, size) : new Uint8Array(size))),
      ...(about && version?.applies ? { applies: { predicate: version.applies, codes: about } } : {}),
      leaves: leaves.map(({ predicate, condition }) => ({ predicate, codes: decided(condition) })),
    }
  }

  for (const part of program.parts) parts.push(judged(part))
  return { parts, kept }
}

function filled(vector: Codes, size: number): Uint8Array {
  const codes = new Uint8Array(size)
  inSubjectBatches(size, (batch) => {
    codes.set(vector(batch).subarray(0, batch.size), batch.from)
  })
  return codes
}

function standingCodes(applies: Uint8Array | undefined, size: number): Uint8Array {
  const codes = new Uint8Array(size).fill(3)
  if (applies)
    for (let subject = 0; subject < size; subject += 1) codes[subject] = 1 + (applies[subject] ?? 2)
  return codes
}

/** The status where the policy applies, else unknown. */
function usedCodes(part: PolicyCodes | undefined, size: number): Uint8Array {
  const codes = new Uint8Array(size).fill(1)
  for (let subject = 0; subject < size; subject += 1) {
    if (part?.standing[subject] === 3) codes[subject] = part.status[subject] ?? 1
  }
  return codes
}
