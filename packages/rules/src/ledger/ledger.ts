import { type Instant, type PlainDate, type Policy, TirazhError } from '@tirazh/spec'
import { dateOf } from '../days.js'
import { type Decider, type Decision, dayNumberOf } from '../decider.js'
import { asKnown, type Facts, wasKnown } from '../model.js'
import type { Program } from '../program.js'
import { Account } from './account.js'
import { lastDay, never } from './calendar.js'
import { decisionIn, type Outcome } from './outcome.js'
import { type Plan, planOf } from './plan.js'
import { Queue } from './queue.js'

/** A decision that is another now. */
export interface Turned {
  readonly policy: string
  readonly subject: string
  /** Absent where the subject is new. */
  readonly before?: Decision
  /** Absent where the subject is gone. */
  readonly after?: Decision
}

/**
 * The decisions about many subjects, kept up to date record by record and day by day: what is told of is
 * counted anew, and nothing else. Every call that changes something tells which decisions changed with it.
 * The facts handed over are kept and must not be changed by others.
 *
 * Records of one relation may have the same id, as the tools of one project have: they come and go together.
 */
export interface Ledger {
  readonly asOf: PlainDate
  /** The same as `decide` of the rulebook. @throws POLICY_UNKNOWN, RECORD_UNKNOWN */
  decision(policy: string, subject: string): Decision
  /** Takes in a subject, in the place of the one with its id. */
  add(subject: Facts): readonly Turned[]
  /** @throws RECORD_UNKNOWN */
  drop(subject: string): readonly Turned[]
  /**
   * Puts other values in the place of those named: of fields, and of relations as a whole. What is
   * `undefined` is not recorded. @throws RECORD_UNKNOWN
   */
  set(subject: string, values: Readonly<Record<string, unknown>>): readonly Turned[]
  /** Puts the related records in the place of all that have an id of theirs. @throws RECORD_UNKNOWN */
  put(subject: string, relation: string, rows: readonly Facts[]): readonly Turned[]
  /** Takes out the related records of an id. @throws RECORD_UNKNOWN */
  remove(subject: string, relation: string, id: string): readonly Turned[]
  /** The first later day on which a decision may change by itself: by time, or because the law does. */
  nextChange(): PlainDate | undefined
  /** Goes on to another day. A day that has passed, and a new day of the law, decide everything anew. */
  advance(asOf: PlainDate): readonly Turned[]
}

export interface LedgerOptions {
  /** The law is that of this day for good; it follows `asOf` if left out. */
  readonly lawAt?: PlainDate
  /** Only related records that were recorded by this moment and not yet superseded; all if left out. */
  readonly knownAt?: Instant
}

/**
 * @throws POLICY_UNKNOWN
 * @throws TypeError where two subjects have the same id
 */
export function ledger(
  book: Decider,
  policies: readonly string[],
  subjects: readonly Facts[],
  asOf: PlainDate,
  { lawAt, knownAt }: LedgerOptions = {},
): Ledger {
  const { model } = book
  const lawDays = lawAt === undefined ? policies.flatMap(book.lawDays).sort((a, b) => a - b) : []
  const accounts = new Map<string, Account>()
  const queue = new Queue<Account>()
  let day = dayNumberOf(asOf, 'asOf')
  let law = lawOf(book, policies, lawAt ?? asOf)

  for (const subject of subjects) {
    if (accounts.has(subject.id)) throw new TypeError(`Two subjects have the id '${subject.id}'.`)
    add(subject)
  }

  function accountOf(id: string): Account {
    const account = accounts.get(id)
    if (account !== undefined) return account
    throw new TirazhError('RECORD_UNKNOWN', `There is no ${model.kind} '${id}'.`, { kind: model.kind, id })
  }

  function change(id: string, make: (account: Account) => void): readonly Turned[] {
    const account = accountOf(id)
    const before = account.outcomes
    make(account)
    queue.schedule(account, account.next)
    return turned(id, before, law, account.outcomes)
  }

  function anew(account: Account, lawBefore: Law): readonly Turned[] {
    const before = account.outcomes
    account.open(law.plan, day)
    queue.schedule(account, account.next)
    return turned(account.id, before, lawBefore, account.outcomes)
  }

  /** From outcomes under a law to those of today. */
  function turned(
    subject: string,
    before: readonly Outcome[] | undefined,
    lawBefore: Law,
    after: readonly Outcome[] | undefined,
  ): readonly Turned[] {
    if (before === after) return nothing
    return policies.flatMap((policy, index) => {
      const [was, is] = [before?.[lawBefore.places[index] ?? -1], after?.[law.places[index] ?? -1]]
      if (was === is) return []
      return {
        policy,
        subject,
        ...(was === undefined ? {} : { before: decisionIn(was) }),
        ...(is === undefined ? {} : { after: decisionIn(is) }),
      }
    })
  }

  function add(subject: Facts): readonly Turned[] {
    const before = accounts.get(subject.id)
    const seen = knownAt === undefined ? subject : asKnown(subject, model, knownAt)
    const account = new Account(seen, law.plan, day)
    if (before !== undefined) queue.schedule(before, never)
    accounts.set(subject.id, account)
    queue.schedule(account, account.next)
    return turned(subject.id, before?.outcomes, law, account.outcomes)
  }

  return {
    get asOf() {
      return dateOf(day)
    },
    decision(policy, subject) {
      const place = law.places[policies.indexOf(policy)]
      const outcome = place === undefined ? undefined : accountOf(subject).outcomes[place]
      if (outcome !== undefined) return decisionIn(outcome)
      throw new TirazhError('POLICY_UNKNOWN', `The ledger does not keep policy '${policy}'.`, {
        policy,
        known: policies,
      })
    },
    add,
    drop(id) {
      const account = accountOf(id)
      queue.schedule(account, never)
      accounts.delete(id)
      return turned(id, account.outcomes, law, undefined)
    },
    set(id, values) {
      const seen = knownAt === undefined ? values : asKnown({ ...values, id }, model, knownAt)
      return change(id, (account) => account.set({ ...seen }, day))
    },
    put(id, relation, rows) {
      const seen = knownAt === undefined ? rows : rows.filter((row) => wasKnown(row, knownAt))
      const ids = rows.map((row) => row.id)
      return change(id, (account) => account.put(relation, ids, seen, day))
    },
    remove(id, relation, record) {
      return change(id, (account) => account.remove(relation, record, day))
    },
    nextChange() {
      const next = Math.min(queue.next, lawDays.find((each) => each > day) ?? never)
      return next <= lastDay ? dateOf(next) : undefined
    },
    advance(date) {
      const from = day
      const before = law
      day = dayNumberOf(date, 'asOf')
      if (lawAt === undefined) law = lawOf(book, policies, date, law)
      if (law !== before || day < from)
        return [...accounts.values()].flatMap((account) => anew(account, before))
      return queue.take(day).flatMap(({ id }) => change(id, (account) => account.advance(from, day)))
    },
  }
}

const nothing: readonly Turned[] = []

/** Programs that hold all the policies, and the place of each policy among their parts. */
interface Law {
  readonly programs: readonly Program[]
  readonly plan: Plan
  readonly places: readonly number[]
}

/** The law of a day; the one known, where that is it. */
function lawOf(book: Decider, policies: readonly string[], lawAt: PlainDate, known?: Law): Law {
  const all = policies.map((policy) => book.program(policy, lawAt))
  const programs: Program[] = []
  const partsOf = ({ parts }: Program): readonly Policy[] => parts.map(({ policy }) => policy)
  // A program with many parts may hold other policies of the ledger: those come with it.
  for (const program of all.toSorted((a, b) => b.parts.length - a.parts.length)) {
    const held = programs.flatMap(partsOf)
    if (partsOf(program).some((policy) => !held.includes(policy))) programs.push(program)
  }
  if (known?.programs.length === programs.length && known.programs.every((each, at) => each === programs[at]))
    return known
  const parts: readonly (Policy | undefined)[] = programs.flatMap(partsOf)
  const places = all.map((program) => parts.indexOf(program.parts.at(-1)?.policy))
  return { programs, plan: planOf(programs, book), places }
}
