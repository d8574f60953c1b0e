import { practiceModel } from '@tirazh/core'
import { columns, decideAll, type Rulebook, rulebook, type WhatIf, whatIf } from '@tirazh/rules'
import type { Figure } from '../../figure.js'
import { report, sameAnswers } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { asOf, book, mergers, practices } from '../facts.js'
import { world } from '../world.js'

const all = columns(practiceModel, practices(world(100_000)))
const dates = { asOf }

/** The rulebook with another threshold of replication. */
function bookWith(minimum: number): Rulebook {
  const { replication } = book.policies
  const param = replication?.params.minMunicipalities
  if (replication === undefined || param === undefined) throw new Error('The policy has no such threshold')
  const values = param.values.map((each) => ({ ...each, value: minimum }))
  const changed = {
    ...replication,
    params: { ...replication.params, minMunicipalities: { ...param, values } },
  }
  return rulebook({
    model: practiceModel,
    policies: { ...book.policies, replication: changed },
    succession: mergers,
  })
}

async function figure(policy: string, what: string, minimum: number): Promise<Figure> {
  const before = decideAll(book, policy, all, dates)
  const other = bookWith(minimum)
  const change = { params: { minMunicipalities: minimum }, of: 'replication' }
  const ours = (): WhatIf => whatIf(before, change)
  const recount = (): Uint8Array => decideAll(other, policy, all, dates).status
  const after = recount()
  const found = Uint8Array.from(before.status)
  for (const { index, after: decision } of ours().changes) {
    found[index] = decision.status === 'met' ? 2 : decision.status === 'unknown' ? 1 : 0
  }
  sameAnswers(what, found, after)
  return {
    name: `${what}, with the list of ${ours().changes.length.toLocaleString('en')} changed verdicts, \`whatIf\``,
    ratio: await timesAsLong(ours, recount),
    comparedWith: 'deciding all anew, without a list, `decideAll`',
    target: 0.1,
  }
}

report([
  await figure('replication', '16 municipalities instead of 15', 16),
  await figure('federal', 'the same for the federal policy', 16),
])
