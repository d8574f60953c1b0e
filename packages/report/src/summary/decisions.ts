import {
  certificateLevels,
  effectOf,
  type IndicatorRef,
  indicatorNoun,
  metrics,
  type RecordKind,
  recordNouns,
  units,
} from '@tirazh/core'
import { type Decision, explain, explainSuccession } from '@tirazh/rules'
import type { Block, Cell, Formats, ListItem, Noun, NumberValue } from '@tirazh/spec'
import { nouns, recordGroup } from '../nouns.js'
import { certificateRef, practiceRef } from '../references.js'
import type { PolicyId } from './collect.js'
import type { SummaryContext } from './compose.js'
import type { CountedItem } from './texts.js'

/** How many rows a list of the summary shows at most. The basis of its count names all of them. */
const most = 5

/** What somebody has to decide: first all of it in short, then the records in question. */
export function decisionBlocks(context: SummaryContext): Block[] {
  const { t } = context
  const items = decisionItems(context)
  return [
    {
      type: 'callout',
      tone: items.length === 0 ? 'note' : 'attention',
      title: t.decisionsTitle,
      blocks: [
        items.length === 0 ? { type: 'paragraph', content: [t.nothingToDecide] } : { type: 'list', items },
      ],
    },
    ...unknownTable(context),
    ...worsenedTable(context),
    ...doubtfulTable(context),
  ]
}

function decisionItems({ data, snapshot, f, t }: SummaryContext): ListItem[] {
  const { verdicts, capacity, territory, certificates } = data
  const { coverage } = territory
  const on = f.date(data.asOf)
  const nameOf = (code: string): string => `${snapshot.territory.nameOf(code)} (${code})`
  const item = (
    { before, after, rule }: CountedItem,
    noun: Noun,
    kind: RecordKind,
    ids: readonly string[],
  ): ListItem[] => {
    if (ids.length === 0) return []
    const value: NumberValue = {
      as: 'number',
      value: ids.length,
      unit: f.plural(ids.length, noun),
      basis: { rule, records: [recordGroup(kind, ids)] },
    }
    return [{ content: [before, value, after] }]
  }
  const projectsOf = (refs: readonly IndicatorRef[]): string[] => refs.map(({ project }) => project.id)
  return [
    ...policyIds.flatMap((id) =>
      item(
        t.unknownItem(snapshot.region.policies[id].title[f.locale], on),
        nouns.aboutPractice,
        'practice',
        verdicts[id].unknown,
      ),
    ),
    ...item(
      t.doubtfulItem(on),
      recordNouns.certificate,
      'certificate',
      certificates.doubtful.map(({ certificate }) => certificate.id),
    ),
    ...item(t.worsenedItem(on), indicatorNoun, 'project', projectsOf(capacity.worsened)),
    ...item(t.missingItem(on), indicatorNoun, 'project', projectsOf(capacity.missing)),
    ...item(t.withoutVolumeItem(on), indicatorNoun, 'project', projectsOf(capacity.withoutVolume)),
    ...(coverage.uncovered.length === 0
      ? []
      : [{ content: [t.uncoveredItem(f.list(coverage.uncovered.map(nameOf)))] }]),
    ...coverage.inSeveralClusters.map((code) => {
      const sites = coverage.factoriesOf.get(code) ?? []
      return {
        content: [t.severalItem(nameOf(code), f.list(sites.map((site) => `${site.name} (${site.id})`)))],
      }
    }),
    ...coverage.dissolvedHosts.map(({ factory, succession }) => {
      const host =
        succession.steps.length === 0 ? nameOf(factory.municipality) : explainSuccession(succession, f.locale)
      return { content: [t.dissolvedItem(`${factory.name} (${factory.id})`, host)] }
    }),
  ]
}

const policyIds: readonly PolicyId[] = ['replication', 'regional', 'federal']

function unknownTable({ data, snapshot, f, t }: SummaryContext): Block[] {
  const open = policyIds.flatMap((policy) => data.verdicts[policy].unknown.map((id) => ({ policy, id })))
  const rows = open.slice(0, most).map(({ policy, id }): Cell[] => {
    const verdict = snapshot.assess(policy, id, { asOf: data.asOf })
    return [
      practiceRef({ id, title: verdict.subject.label }),
      verdict.title[f.locale],
      explain(verdict, f.locale).summary,
    ]
  })
  return section(t.unknownTitle, t.unknownCaption(f.date(data.asOf)), rows, open.length, { f, t }, [
    { title: t.practice, as: 'reference', rowHeader: true },
    { title: t.rule, as: 'text' },
    { title: t.whatIsMissing, as: 'text' },
  ])
}

function worsenedTable({ data, f, t }: SummaryContext): Block[] {
  const { rule } = t.worsenedItem(f.date(data.asOf))
  const worst = data.capacity.worsened
    .map((ref) => ({ ...ref, change: effectOf(ref.indicator).change }))
    .sort((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
  const rows = worst.slice(0, most).map(({ project, indicator, change }): Cell[] => {
    const unit = units[indicator.unit][f.locale]
    const basis = { rule, records: [recordGroup('project', [project.id])] }
    const amount = (value: number | undefined): Cell =>
      value === undefined ? null : { as: 'number', value, unit, basis }
    return [
      `${project.id} · ${project.title}`,
      metrics[indicator.metric][f.locale],
      amount(indicator.base),
      amount(indicator.result),
      change === undefined ? null : { as: 'share', value: change, signed: true, basis },
    ]
  })
  return section(t.worsenedTitle, t.worsenedCaption, rows, worst.length, { f, t }, [
    { title: t.project, as: 'text', rowHeader: true },
    { title: t.indicator, as: 'text' },
    { title: t.base, as: 'number', align: 'end' },
    { title: t.result, as: 'number', align: 'end' },
    { title: t.change, as: 'share', align: 'end' },
  ])
}

function doubtfulTable({ data, snapshot, f, t }: SummaryContext): Block[] {
  const { doubtful } = data.certificates
  const rows = doubtful.slice(0, most).map(({ certificate, decision }): Cell[] => {
    const verdict = snapshot.assess(certificate.level, certificate.practice, { asOf: data.asOf })
    return [
      certificateRef(certificate.id),
      certificateLevels[certificate.level][f.locale],
      practiceRef({ id: certificate.practice, title: verdict.subject.label }),
      statusOf(decision, f),
      explain(verdict, f.locale).summary,
    ]
  })
  return section(t.doubtfulTitle, t.doubtfulCaption(f.date(data.asOf)), rows, doubtful.length, { f, t }, [
    { title: t.certificate, as: 'reference', rowHeader: true },
    { title: t.level, as: 'text' },
    { title: t.practice, as: 'reference' },
    { title: t.rule, as: 'status' },
    { title: t.why, as: 'text' },
  ])
}

/** A rule that is not about the practice decides nothing about it. */
function statusOf({ status, standing }: Decision, f: Formats): Cell {
  const shown = standing === 'applies' ? status : 'unknown'
  return { as: 'status', status: shown, text: f.truth(shown) }
}

function section(
  title: string,
  caption: string,
  rows: Cell[][],
  all: number,
  { f, t }: Pick<SummaryContext, 'f' | 't'>,
  columns: Extract<Block, { type: 'table' }>['columns'],
): Block[] {
  if (rows.length === 0) return []
  const note = all > rows.length ? { note: t.firstOf(f.number(rows.length), f.number(all)) } : {}
  return [
    { type: 'heading', level: 2, text: title },
    { type: 'table', caption, columns, rows, ...note },
  ]
}
