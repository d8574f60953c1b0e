import type { AdoptionFacts, PracticeFacts } from '@tirazh/core'
import { type Ledger, ledger } from '@tirazh/rules'
import type { Truth } from '@tirazh/spec'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong, type Work } from '../../timing.js'
import { chance } from '../chance.js'
import { asOf, at, book, practices } from '../facts.js'
import { world } from '../world.js'

const dates = { asOf }

/** Puts one record after another, of whichever subject, into the ledger: ended, and in use again. */
function changing(kept: Ledger, subjects: readonly PracticeFacts[]): Work {
  const { whole } = chance(5)
  const records = Array.from({ length: 5000 }, () => {
    const subject = at(subjects, whole(0, subjects.length - 1))
    const adoption = at(subject.adoptions, whole(0, subject.adoptions.length - 1))
    const ended: AdoptionFacts = { ...adoption, endedOn: asOf }
    const open: AdoptionFacts = { ...adoption, implementedOn: '2025-01-31', endedOn: undefined }
    return { id: subject.id, ended, open }
  })
  let call = 0
  return () => {
    const { id, ended, open } = at(records, call % records.length)
    const isSecondRound = Math.floor(call / records.length) % 2 === 1
    call += 1
    return kept.put(id, 'adoptions', [isSecondRound ? open : ended])
  }
}

/** @throws Error where the ledger says another than deciding anew about the changed records */
function check(what: string, kept: Ledger, policy: string, subjects: readonly PracticeFacts[]): void {
  const changed = subjects.map((subject) => {
    const [first, ...others] = subject.adoptions
    if (first === undefined) return subject
    const ended = { ...first, endedOn: asOf }
    kept.put(subject.id, 'adoptions', [ended])
    return { ...subject, adoptions: [ended, ...others] }
  })
  sameAnswers(
    what,
    changed.map(({ id }) => kept.decision(policy, id).status),
    changed.map((subject) => book.decide(policy, subject, dates).status),
  )
}

async function against(policy: string, what: string, register: readonly PracticeFacts[]): Promise<Figure> {
  const kept = ledger(book, [policy], register, asOf)
  check(what, kept, policy, register)
  const recount = (): readonly Truth[] =>
    register.map((subject) => book.decide(policy, subject, dates).status)
  return {
    name: `speed of one changed record, ${what}, \`ledger().put\``,
    ratio: await timesAsLong(recount, changing(kept, register)),
    comparedWith: 'deciding about all 100,000 practices anew, `decide`',
    atLeast: 20_000,
  }
}

/** So many records in all, with so many of them to a subject. */
function fannedOut(policy: string, records: number, each: number): Work {
  const pattern = at(practices(world(1)), 0)
  const pool = practices(world(2000)).flatMap(({ adoptions }) => adoptions)
  const subjects = Array.from({ length: records / each }, (_, subject): PracticeFacts => {
    const adoptions = Array.from({ length: each }, (_, row): AdoptionFacts => {
      return { ...at(pool, (subject * each + row) % pool.length), id: `Т-${subject}-${row}` }
    })
    return { ...pattern, id: `П-${subject}`, adoptions }
  })
  const kept = ledger(book, [policy], subjects, asOf)
  check(`${each} records to a subject`, kept, policy, subjects)
  return changing(kept, subjects)
}

const figures: Figure[] = []
const register = practices(world(100_000))
figures.push(await against('replication', '15 distinct municipalities', register))
figures.push(await against('federal', 'the federal policy', register))
figures.push({
  name: 'one changed record of a practice with 18,000 adoptions, `ledger().put`',
  ratio: await timesAsLong(
    fannedOut('replication', 360_000, 18_000),
    fannedOut('replication', 360_000, 200),
    21,
  ),
  comparedWith: 'the same of practices with 200',
  target: 3,
})
report(figures)
