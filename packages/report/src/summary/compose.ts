import type { RecordKind, Snapshot } from '@tirazh/core'
import {
  type Block,
  type Formats,
  formats,
  type NumberValue,
  type PlainDate,
  type Report,
  type TrendPoint,
} from '@tirazh/spec'
import { documentOf } from '../document.js'
import { nouns, recordGroup } from '../nouns.js'
import { type BuildOptions, numberParam } from '../provenance.js'
import { type CountersOn, collectSummary, type RegionalSummary } from './collect.js'
import { decisionBlocks } from './decisions.js'
import { municipalityTable } from './municipalities.js'
import { practiceTable } from './practices.js'
import { quarterEnds } from './quarters.js'
import { type SummaryTexts, summaryTexts } from './texts.js'

/** Everything a section of the summary is written from. */
export interface SummaryContext {
  readonly data: RegionalSummary
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: SummaryTexts
  /**
   * In how many municipalities a replicated practice is in use («15 муниципалитетах»); `undefined` if the
   * region's rule has no such number.
   */
  readonly threshold: string | undefined
}

/** The regional summary: the finding first, then the figures, then what needs a decision. */
export function regionalSummary(snapshot: Snapshot, options: BuildOptions): Report {
  const data = collectSummary(snapshot, { asOf: options.asOf, history: quarterEnds(options.asOf, 8) })
  return composeSummary(data, snapshot, options)
}

/** Puts the figures of a summary into a report. */
export function composeSummary(data: RegionalSummary, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const { region } = snapshot
  const f = formats(locale)
  const t = summaryTexts[locale]
  const least = numberParam(region.policies.replication, 'minMunicipalities', asOf)
  const threshold = least === undefined ? undefined : f.count(least, nouns.inMunicipality)
  const context: SummaryContext = { data, snapshot, f, t, threshold }
  return documentOf(snapshot, options, {
    id: 'summary',
    title: t.title,
    subtitle: t.subtitle(f.text(region.nameInTitles), f.date(asOf, 'long')),
    blocks: [
      lead(context),
      ...counters(context),
      ...capacity(context),
      charts(context),
      ...decisionBlocks(context),
      ...practiceTable(context),
      ...municipalityTable(context),
    ],
  })
}

function lead({ data, f, t, threshold }: SummaryContext): Block {
  const replicated = data.verdicts.replication.met.length
  const published = data.practices.length
  // Read aloud: whole hours here, the exact sum among the figures.
  const hours = Math.round(data.capacity.labourHoursPerYear)
  return {
    type: 'lead',
    content: [
      t.asOf(f.date(data.asOf, 'long')),
      { as: 'number', value: replicated },
      t.replicatedOf(f.number(published), threshold),
      { as: 'number', value: data.processes.finished.length },
      t.andReleased,
      { as: 'number', value: hours, unit: f.plural(hours, nouns.hour) },
      t.aYear,
    ],
  }
}

/** The three counters apart, each with its own rule: none can be computed from another. */
function counters(context: SummaryContext): Block[] {
  const { data, f, t, threshold } = context
  const { processes, verdicts, adoptions } = data
  const on = f.date(data.asOf)
  const undecided = verdicts.replication.unknown.length
  const { improved, accelerated, simplified } = processes.byResult
  const unnamed = processes.finished.length - improved - accelerated - simplified
  return [
    { type: 'heading', level: 2, text: t.countersTitle },
    {
      type: 'metrics',
      items: [
        {
          label: t.processes,
          value: counted(processes.finished.length, t.processesRule(on), 'project', processes.finished),
          note: t.byResult(
            f.number(improved),
            f.number(accelerated),
            f.number(simplified),
            unnamed === 0 ? undefined : f.number(unnamed),
          ),
          ...trend(context, 'finished'),
        },
        {
          label: t.practices,
          value: counted(
            verdicts.replication.met.length,
            t.practicesRule(on, threshold),
            'practice',
            verdicts.replication.met,
          ),
          note: t.ofPublished(f.number(data.practices.length), f.number(undecided)),
          ...trend(context, 'replicated'),
        },
        {
          label: t.adoptions,
          value: counted(adoptions.active, t.adoptionsRule(on), 'adoption', adoptions.records),
          note: t.adoptionsNote,
          ...trend(context, 'adoptions'),
        },
      ],
    },
    { type: 'paragraph', content: [t.threeCounters] },
  ]
}

/** How a counter came about, where earlier days were asked for. */
function trend(
  { data, f }: SummaryContext,
  counter: Exclude<keyof CountersOn, 'on'>,
): { readonly trend?: readonly TrendPoint[] } {
  if (data.history.length < 2) return {}
  return { trend: data.history.map((each) => ({ label: quarterLabel(each.on, f), value: each[counter] })) }
}

function capacity({ data, f, t }: SummaryContext): Block[] {
  const { capacity: released, certificates, territory, verdicts } = data
  const on = f.date(data.asOf)
  const { coverage } = territory
  return [
    { type: 'heading', level: 2, text: t.resultsTitle },
    {
      type: 'metrics',
      items: [
        {
          label: t.hours,
          value: counted(released.labourHoursPerYear, t.hoursRule(on), 'project', released.labourProjects),
          note: t.releasedNote,
        },
        {
          label: t.headcount,
          value: counted(released.headcount, t.headcountRule(on), 'project', released.headcountProjects),
          note: t.headcountNote,
        },
        {
          label: t.certificates,
          value: counted(
            certificates.valid.regional.length + certificates.valid.federal.length,
            t.certificatesRule(on),
            'certificate',
            [...certificates.valid.regional, ...certificates.valid.federal],
          ),
          note: t.certificatesNote(
            f.number(certificates.valid.regional.length),
            f.number(certificates.valid.federal.length),
            f.number(verdicts.regional.met.length),
            f.number(verdicts.federal.met.length),
          ),
        },
        {
          label: t.municipalities,
          value: counted(
            territory.municipalities.length,
            t.municipalitiesRule(on),
            'municipality',
            territory.municipalities,
          ),
          note: t.sitesNote(f.number(coverage.openFactories.length)),
        },
      ],
    },
  ]
}

function charts({ data, snapshot, f, t }: SummaryContext): Block {
  const { practicesIn, municipalities } = data.territory
  const existing = new Map(municipalities.map((each) => [each.id, each]))
  const tiles = snapshot.region.tiles.flatMap(({ code, x, y, short }) => {
    const municipality = existing.get(code)
    return municipality ? [{ x, y, short, label: municipality.name, value: practicesIn.get(code) ?? 0 }] : []
  })
  const history: Block[] = [
    {
      type: 'chart',
      chart: 'columns',
      title: t.historyTitle,
      labelTitle: t.date,
      valueTitle: t.practices,
      items: data.history.map(({ on, replicated }) => ({ label: quarterLabel(on, f), value: replicated })),
    },
    {
      type: 'chart',
      chart: 'bars',
      title: t.leadersTitle,
      labelTitle: t.municipality,
      valueTitle: t.practicesInUse,
      items: [...practicesIn]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, 10)
        .map(([code, value]) => ({ label: snapshot.territory.nameOf(code), value })),
    },
  ]
  if (tiles.length === 0) return { type: 'columns', columns: history.map((block) => [block]) }
  return {
    type: 'columns',
    columns: [
      [
        {
          type: 'chart',
          chart: 'tiles',
          title: t.mapTitle,
          note: t.mapNote,
          labelTitle: t.municipality,
          valueTitle: t.practicesInUse,
          tiles,
          breaks: breaks(tiles.map((tile) => tile.value)),
        },
      ],
      history,
    ],
  }
}

function counted(
  value: number,
  rule: string,
  kind: RecordKind,
  records: readonly (string | { readonly id: string })[],
): NumberValue {
  const ids = new Set(records.map((each) => (typeof each === 'string' ? each : each.id)))
  return { as: 'number', value, basis: { rule, records: [recordGroup(kind, ids)] } }
}

/** Five classes with about as many municipalities in each. */
function breaks(values: readonly number[]): number[] {
  const sorted = values.toSorted((a, b) => a - b)
  const bounds = [0.2, 0.4, 0.6, 0.8].map((part) => sorted[Math.floor(part * sorted.length)] ?? 0)
  return [...new Set(bounds)].filter((bound) => bound > (sorted[0] ?? 0))
}

/** «31.12.24»: short enough to stand below a column. */
function quarterLabel(on: PlainDate, f: Formats): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return f.locale === 'ru' ? `${day}.${month}.${year.slice(2)}` : `${day}/${month}/${year.slice(2)}`
}
