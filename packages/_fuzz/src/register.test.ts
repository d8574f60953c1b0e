import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { practiceModel, snapshot } from '@tirazh/core'
import { readRegister } from '@tirazh/import-spreadsheet'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { PlainDate } from '@tirazh/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compare } from './compare.js'
import { evaluators } from './evaluators/all.js'
import { type Answer, questions } from './evaluators/evaluator.js'
import { reference } from './evaluators/reference.js'
import { type Prepared, prepare } from './prepare.js'

/*
 * The figures of the bundled register, by every evaluator.
 */

const folder = join(import.meta.dirname, '../../../examples/regional-summary/register')
const expected: Expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8'))
const dates: readonly PlainDate[] = ['2024-12-31', '2025-03-31', '2025-12-24']
const lastDate = '2025-12-24'
const figures = {
  replication: 'replicated',
  regional: 'eligibleRegional',
  federal: 'eligibleFederal',
} as const
type PolicyId = keyof typeof figures

interface Expected {
  readonly dates: Readonly<Record<PlainDate, Readonly<Record<(typeof figures)[PolicyId], object>>>>
  readonly perPractice: Readonly<Record<string, Readonly<Record<PolicyId, string>>>>
}

const found = await evaluators()
afterAll(async () => {
  for (const each of found.evaluators) await each.close?.()
})

let register: Prepared
let referred: readonly Answer[]
beforeAll(async () => {
  const { records } = await readRegister(folder)
  if (records === undefined) throw new Error('The bundled register cannot be read.')
  const { practices, territory } = snapshot(nizhnyNovgorod, records)
  register = prepare({
    model: practiceModel,
    policies: nizhnyNovgorod.policies,
    succession: territory.steps,
    subjects: practices,
    dates: dates.map((asOf) => ({ asOf })),
  })
  referred = await reference.answers(register)
})

describe.each([reference, ...found.evaluators])('$name', (evaluator) => {
  let answers: readonly Answer[]
  beforeAll(async () => {
    answers = await evaluator.answers(register)
  })

  test.each(dates)('%s: as many practices of each status as were counted independently', (date) => {
    const counted = Object.entries(figures).map(([policy, figure]) => [
      figure,
      countsOf(policy, date, answers),
    ])
    const { replicated, eligibleRegional, eligibleFederal } = { ...expected.dates[date] }
    expect(Object.fromEntries(counted)).toEqual({ replicated, eligibleRegional, eligibleFederal })
  })

  test('every practice has the status that was found independently', () => {
    const perPractice: Record<string, Record<string, string>> = {}
    for (const { policy, subject, answer } of asked(answers, lastDate)) {
      perPractice[subject.id] = { ...perPractice[subject.id], [policy]: answer.status }
    }
    const wanted = Object.entries(expected.perPractice).map(([id, each]) => {
      const { replication, regional, federal } = each
      return [id, { replication, regional, federal }]
    })
    expect(perPractice).toEqual(Object.fromEntries(wanted))
  })

  test('every condition of every rule is as the reference has it', async () => {
    expect(referred).toHaveLength(3 * dates.length * register.subjects.length)
    const given = { ...evaluator, answers: async () => answers }
    expect(await compare(register, referred, given)).toEqual({ cells: referred.length })
  })
})

function countsOf(policy: string, date: PlainDate, answers: readonly Answer[]): object {
  const counts = { met: 0, unknown: 0, unmet: 0 }
  for (const each of asked(answers, date)) if (each.policy === policy) counts[each.answer.status] += 1
  return counts
}

/** The answers about the practices that the rules are about, those published by the date. */
function asked(
  answers: readonly Answer[],
  date: PlainDate,
): readonly (ReturnType<typeof questions>[number] & { answer: Answer })[] {
  return questions(register).flatMap((question, place) => {
    const answer = answers[place]
    return question.dates.asOf === date && answer?.standing === 'applies' ? [{ ...question, answer }] : []
  })
}

for (const reason of found.missing) test.skip(reason, () => {})
