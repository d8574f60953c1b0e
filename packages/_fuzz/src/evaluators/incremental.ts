import {
  type Dates,
  type Decision,
  type Facts,
  type Ledger,
  ledger,
  type SubjectModel,
  type Turned,
} from '@tirazh/rules'
import type { Prepared } from '../prepare.js'
import { type Answer, type FuzzEvaluator, questions } from './evaluator.js'

/**
 * A ledger that is led by many small steps to the facts and dates of a case. What it tells of every step
 * must add up to what it says in the end.
 */
export const incremental: FuzzEvaluator = {
  name: 'incremental',
  async answers(fuzz) {
    const ledgers = new Map<string, Led>()
    const found = new Map<Dates, ReadonlyMap<string, Decision>>()
    fuzz.dates.forEach((dates, step) => {
      const key = `${dates.lawAt} ${dates.knownAt}`
      const led = ledgers.get(key) ?? begin(fuzz, dates)
      ledgers.set(key, led)
      advance(led, fuzz, dates, step)
      found.set(dates, read(led, fuzz))
    })
    return questions(fuzz).map(({ policy, dates, subject }): Answer => {
      const decision = found.get(dates)?.get(`${policy} ${subject.id}`)
      if (decision === undefined) throw new Error(`Nothing is known of '${subject.id}'.`)
      return decision
    })
  },
}

interface Led {
  readonly ledger: Ledger
  /** What was told of each change, added up. */
  readonly told: Map<string, Decision | undefined>
}

function begin({ book, policies, subjects }: Prepared, { asOf, lawAt, knownAt }: Dates): Led {
  const options = { ...(lawAt === undefined ? {} : { lawAt }), ...(knownAt === undefined ? {} : { knownAt }) }
  const made = ledger(book, Object.keys(policies), subjects.slice(1), asOf, options)
  const led: Led = { ledger: made, told: new Map() }
  for (const policy of Object.keys(policies)) {
    for (const { id } of subjects.slice(1)) led.told.set(`${policy} ${id}`, made.decision(policy, id))
  }
  const [first] = subjects
  if (first !== undefined) note(led, made.add(first))
  return led
}

/** Spoils some of the facts, goes on to the day, and mends them, by another way for each subject. */
function advance(led: Led, { model, subjects }: Prepared, { asOf }: Dates, step: number): void {
  const { ledger: made } = led
  subjects.forEach((subject, place) => {
    const other = subjects[(place + step + 1) % subjects.length]
    if (other !== undefined && (place + step) % 3 !== 0)
      note(led, made.set(subject.id, valuesOf(other, model)))
  })
  note(led, made.advance(asOf))
  subjects.forEach((subject, place) => {
    switch ((place + 2 * step) % 4) {
      case 0:
        note(led, made.add(subject))
        return
      case 1:
        note(led, made.drop(subject.id))
        note(led, made.add(subject))
        return
      case 2:
        note(led, made.set(subject.id, valuesOf(subject, model)))
        return
      default:
        mend(led, subject, subjects[(place + step + 1) % subjects.length] ?? subject, model)
    }
  })
}

/** Record by record, where there are records; also where nothing was spoilt. */
function mend(led: Led, subject: Facts, other: Facts, model: SubjectModel): void {
  const { ledger: made } = led
  const { id } = subject
  for (const [name, value] of Object.entries(valuesOf(subject, model))) {
    const [right, wrong] = [recordsOf(value), recordsOf(Reflect.get(other, name))]
    // A relation without records is set as a whole: there is none to put.
    if (!(name in model.relations) || !right?.size || wrong === undefined) {
      note(led, made.set(id, { [name]: value }))
      continue
    }
    // Records with one id come and go together.
    for (const record of wrong.keys()) note(led, made.remove(id, name, record))
    for (const rows of right.values()) note(led, made.put(id, name, rows))
  }
}

/** Records by id; `undefined` where there is something else among them. */
function recordsOf(value: unknown): ReadonlyMap<string, readonly Facts[]> | undefined {
  const records = new Map<string, Facts[]>()
  for (const row of Array.isArray(value) ? value : []) {
    if (typeof row?.id !== 'string') return undefined
    records.set(row.id, [...(records.get(row.id) ?? []), row])
  }
  return records
}

/** All values of a subject but its id; `undefined` for what is not recorded. */
function valuesOf(subject: Facts, { fields, relations }: SubjectModel): Readonly<Record<string, unknown>> {
  const names = [...Object.keys(fields), ...Object.keys(relations)]
  return Object.fromEntries(names.map((name) => [name, Reflect.get(subject, name)]))
}

function note({ told }: Led, turned: readonly Turned[]): void {
  for (const { policy, subject, before, after } of turned) {
    const key = `${policy} ${subject}`
    const known = told.get(key)
    if (known?.status !== before?.status || known?.standing !== before?.standing) {
      throw new Error(`'${subject}' was ${known?.status} and not ${before?.status}.`)
    }
    told.set(key, after)
  }
}

/** @throws Error where it is not what was told */
function read({ ledger: made, told }: Led, { policies, subjects }: Prepared): ReadonlyMap<string, Decision> {
  const decisions = new Map<string, Decision>()
  for (const policy of Object.keys(policies)) {
    for (const { id } of subjects) {
      const decision = made.decision(policy, id)
      const last = told.get(`${policy} ${id}`)
      if (last?.status !== decision.status || last?.standing !== decision.standing) {
        throw new Error(`'${id}' is ${decision.status}, but ${last?.status} was told last.`)
      }
      decisions.set(`${policy} ${id}`, decision)
    }
  }
  return decisions
}
