import { type Block, basesOf, type Path, type Report, valuesOf } from '@tirazh/spec'
import type { Page } from './page.js'
import { linkTo, runOf } from './runs.js'
import type { Node, Runs } from './tree.js'

/** How many ids of a group are named; all of them are in the JSON form of the report. */
const mostIds = 6

/** How the figures of a block were counted; nothing if none says so. */
export function notes(block: Block, at: Path, page: Page): readonly Node[] {
  const bases = basesOf(valuesOf(block))
  if (bases.length === 0) return []
  const items = bases.map((basis): Runs => {
    const records = basis.records.map((group) => {
      const count = page.f.count(group.ids.length, group.noun)
      return group.ids.length === 0 ? count : `${count}: ${page.f.list(group.ids, mostIds)}`
    })
    const t = basis.rule
    const rule = { t, ...linkTo(basis, at, page) }
    return records.length === 0 ? [rule] : [rule, ` — ${records.join('; ')}.`]
  })
  return [{ kind: 'notes', title: page.say('howCounted'), items }]
}

/** What the report was made from, at its end. */
export function about({ provenance }: Report, page: Page): readonly Node[] {
  const at = ['provenance']
  const policies = provenance.policies.map((policy, index) => {
    const version =
      policy.version === null
        ? page.say('notInForce')
        : `${page.say('versionFrom')} ${page.f.date(policy.version)}`
    const params = policy.params.map(({ title, value, origin }, param) => ({
      runs: [
        `${title}: `,
        { t: page.f.value(value), look: 'strong' } as const,
        { t: ` — ${origin}`, look: 'muted' } as const,
      ],
      list: null,
      at: [...at, 'policies', index, 'params', param],
    }))
    return {
      runs: [`${policy.title} `, { t: `(${version})`, look: 'muted' } as const],
      list:
        params.length === 0
          ? null
          : ({
              kind: 'list',
              ordered: false,
              marked: false,
              items: params.map(({ runs, list }) => ({ runs, list })),
            } as const),
    }
  })
  const labels = [page.say('asOf'), page.say('source'), page.say('generator')]
  const values: readonly Runs[] = [
    [runOf({ as: 'date', value: provenance.asOf, style: 'long' }, at, page)],
    [provenance.source],
    [provenance.generator],
  ]
  return [
    { kind: 'heading', level: page.headingLevel(2), text: page.say('about') },
    {
      kind: 'facts',
      room: 90,
      items: labels.map((label, index) => ({ label, long: false, runs: values[index] ?? [] })),
    },
    ...(policies.length === 0
      ? []
      : ([
          { kind: 'heading', level: page.headingLevel(3), text: page.say('policies') },
          { kind: 'list', ordered: false, marked: false, items: policies },
        ] as const)),
  ]
}
