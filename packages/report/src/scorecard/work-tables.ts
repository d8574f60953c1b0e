import { certificateLevels, effectOf, type IndicatorRef, metrics, stages, units } from '@tirazh/core'
import { type Decision, explain } from '@tirazh/rules'
import type { Block, Cell, Column, Formats } from '@tirazh/spec'
import { figure, municipalitiesCell } from '../matrix/cells.js'
import { municipalityRef, practiceRef } from '../references.js'
import { dateOr } from '../values.js'
import { verdictCell } from '../verdict-cell.js'
import { isOpen, type OwnPractice, policyIds } from './work.js'
import type { WorkContext } from './work-metrics.js'

/** How many rows a list of what is open shows at most. The basis of its count names all of them. */
const most = 20

/** A column of the table of practices that differs from report to report. */
export interface PracticeColumn {
  readonly column: Column
  cell(own: OwnPractice): Cell
}

/** In how many municipalities a practice is in use. */
export function municipalitiesColumn({ work, f, w }: WorkContext): PracticeColumn {
  const rule = w.pairsRule(f.date(work.asOf))
  return {
    column: { title: w.municipalities, as: 'number', align: 'end', bar: true },
    cell: ({ uses }) => municipalitiesCell(uses, rule, w.notCountable),
  }
}

/** The published practices with their verdicts. */
export function practiceTable(context: WorkContext, special: readonly PracticeColumn[]): Block[] {
  const { work, whose, snapshot, f, w } = context
  const { asOf } = work
  const heading: Block = { type: 'heading', level: 2, text: w.practicesTitle[whose] }
  if (work.practices.length === 0) return [heading, { type: 'paragraph', content: [w.noPractices[whose]] }]
  const rows = work.practices.map((own): Cell[] => [
    practiceRef(own.uses.practice),
    ...special.map((each) => each.cell(own)),
    ...policyIds.map((policy) => verdictCell(snapshot, { policy, practice: own.uses.practice.id, asOf }, f)),
    own.certificates.length === 0
      ? w.none
      : f.list(own.certificates.map(({ level }) => f.text(certificateLevels[level]))),
  ])
  return [
    heading,
    {
      type: 'table',
      caption: w.practicesCaption(whose, f.date(asOf)),
      columns: [
        { title: w.practice, as: 'reference', rowHeader: true },
        ...special.map((each) => each.column),
        { title: w.replication, as: 'status' },
        { title: w.regional, as: 'status' },
        { title: w.federal, as: 'status' },
        { title: w.validCertificates, as: 'text' },
      ],
      rows,
    },
  ]
}

/** The indicators that worsened or cannot be counted. */
export function indicatorTable(context: WorkContext): Block[] {
  const { work, f, w } = context
  const { worsened, missing, withoutVolume } = work.projects.capacity
  const sized = worsened.toSorted((a, b) => sizeOf(b) - sizeOf(a))
  const asked = [
    ...sized.map((ref) => ({ ref, question: w.worsened })),
    ...missing.map((ref) => ({ ref, question: w.missing })),
    ...withoutVolume.map((ref) => ({ ref, question: w.withoutVolume })),
  ]
  const rows = asked.slice(0, most).map(({ ref: { project, indicator }, question }): Cell[] => {
    const unit = units[indicator.unit][f.locale]
    const amount = (value: number | undefined): Cell =>
      value === undefined
        ? { as: 'unknown', text: w.notRecorded }
        : figure(value, w.measuredRule, 'project', [project.id], unit)
    return [
      `${project.id} · ${project.title}`,
      f.text(metrics[indicator.metric]),
      amount(indicator.base),
      amount(indicator.result),
      question,
    ]
  })
  return section(w.indicatorsTitle, w.indicatorsCaption, rows, asked.length, context, [
    { title: w.project, as: 'text', rowHeader: true },
    { title: w.indicator, as: 'text' },
    { title: w.base, as: 'number', align: 'end' },
    { title: w.result, as: 'number', align: 'end' },
    { title: w.question, as: 'text' },
  ])
}

function sizeOf({ indicator }: IndicatorRef): number {
  return Math.abs(effectOf(indicator).change ?? 0)
}

/** The practices about which a rule gives no answer, and what is missing for it. */
export function unknownTable(context: WorkContext): Block[] {
  const { work, snapshot, f, w } = context
  const open = policyIds.flatMap((policy) =>
    work.practices
      .filter((own) => isOpen(own.decisions[policy]))
      .map(({ uses: { practice } }) => ({ practice, verdict: snapshot.assess(policy, practice.id, work) })),
  )
  const rows = open
    .slice(0, most)
    .map(({ practice, verdict }): Cell[] => [
      practiceRef(practice),
      f.text(verdict.title),
      explain(verdict, f.locale).summary,
    ])
  return section(w.unknownTitle, w.unknownCaption(f.date(work.asOf)), rows, open.length, context, [
    { title: w.practice, as: 'reference', rowHeader: true },
    { title: w.rule, as: 'text' },
    { title: w.whatIsMissing, as: 'text' },
  ])
}

/** The valid certificates whose practice is not confirmed to meet the rule of their level. */
export function doubtfulTable(context: WorkContext): Block[] {
  const { work, snapshot, f, w } = context
  const { doubtful } = work.certificates
  const rows = doubtful.slice(0, most).map(({ certificate: { id, level, practice }, decision }): Cell[] => [
    {
      as: 'reference',
      text: id,
      record: { kind: 'certificate', id },
      report: `certificate/${id}`,
    },
    f.text(certificateLevels[level]),
    practiceRef(snapshot.practice(practice)),
    statusOf(decision, f),
    explain(snapshot.assess(level, practice, work), f.locale).summary,
  ])
  return section(w.doubtfulTitle, w.doubtfulCaption(f.date(work.asOf)), rows, doubtful.length, context, [
    { title: w.certificate, as: 'reference', rowHeader: true },
    { title: w.level, as: 'text' },
    { title: w.practice, as: 'reference' },
    { title: w.rule, as: 'status' },
    { title: w.why, as: 'text' },
  ])
}

/** The word alone: why it is so stands in a cell of its own. A rule that is not about the practice decides nothing. */
function statusOf({ status, standing }: Decision, f: Formats): Cell {
  const shown = standing === 'applies' ? status : 'unknown'
  return { as: 'status', status: shown, text: f.truth(shown) }
}

/** The projects in progress, those at the earliest stage first. */
export function openTable(context: WorkContext): Block[] {
  const { work, whose, snapshot, f, w } = context
  const order = Object.keys(stages)
  const open = work.projects.open.toSorted((a, b) => order.indexOf(a.stage) - order.indexOf(b.stage))
  const rows = open
    .slice(0, most)
    .map(({ project, stage }): Cell[] => [
      `${project.id} · ${project.title}`,
      ...(whose === 'municipality' ? [] : [municipalityRef(snapshot, project.municipality)]),
      f.text(stages[stage]),
      dateOr(project[stages[stage].field], w.notRecorded),
    ])
  return section(w.openTitle, w.openCaption(f.date(work.asOf)), rows, open.length, context, [
    { title: w.project, as: 'text', rowHeader: true },
    ...(whose === 'municipality' ? [] : [{ title: w.municipality, as: 'reference' as const }]),
    { title: w.stage, as: 'text' },
    { title: w.since, as: 'date' },
  ])
}

/** A heading and a table; nothing where there are no rows. */
export function section(
  title: string,
  caption: string,
  rows: readonly (readonly Cell[])[],
  all: number,
  { f, w }: Pick<WorkContext, 'f' | 'w'>,
  columns: readonly Column[],
): Block[] {
  if (rows.length === 0) return []
  const note = all > rows.length ? { note: w.firstOf(f.number(rows.length), f.number(all)) } : {}
  return [
    { type: 'heading', level: 2, text: title },
    { type: 'table', caption, columns, rows, ...note },
  ]
}
