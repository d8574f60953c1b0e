import { municipalityTypes, recordNouns, type Snapshot } from '@tirazh/core'
import { explainSuccession } from '@tirazh/rules'
import { type Block, formats, type Inline, type ListItem, type Metric, type Report } from '@tirazh/spec'
import { documentOf } from '../document.js'
import { counted, figure } from '../matrix/cells.js'
import { useByMunicipality } from '../matrix/uses.js'
import { nouns } from '../nouns.js'
import type { BuildOptions } from '../provenance.js'
import { factoryRef } from '../references.js'
import { quarterEnds } from '../summary/quarters.js'
import { collectScorecard, type MunicipalityScorecard, type RankedMunicipality } from './collect.js'
import type { ScorecardContext } from './context.js'
import { takenBlocks } from './taken.js'
import { type ScorecardTexts, scorecardTexts } from './texts.js'
import { isMet } from './work.js'
import { countedItem, decisionCallout, workDecisions } from './work-decisions.js'
import { capacityMetrics, finishedAloud, programmeMetrics, trendOf } from './work-metrics.js'
import { doubtfulTable, indicatorTable, openTable, practiceTable, unknownTable } from './work-tables.js'
import { workTexts } from './work-texts.js'

export interface ScorecardOptions extends BuildOptions {
  /** The OKTMO code; a dissolved one leads to its successor. */
  readonly municipality: string
}

/** The scorecard of a municipality: what it gives, what it takes over, its place and what needs a decision. */
export function municipalityScorecard(snapshot: Snapshot, options: ScorecardOptions): Report {
  const { municipality, asOf } = options
  const data = collectScorecard(snapshot, { municipality, asOf, history: quarterEnds(asOf, 8) })
  return composeScorecard(data, snapshot, options)
}

/** Puts a collected scorecard into a report. */
export function composeScorecard(
  data: MunicipalityScorecard,
  snapshot: Snapshot,
  options: BuildOptions,
): Report {
  const { asOf, locale } = options
  const f = formats(locale)
  const t = scorecardTexts[locale]
  const context: ScorecardContext = {
    data,
    work: data.work,
    whose: 'municipality',
    snapshot,
    f,
    t,
    w: workTexts[locale],
  }
  const { id, name } = data.municipality
  return documentOf(snapshot, options, {
    id: `municipality/${id}`,
    title: name,
    subtitle: t.subtitle(id, f.date(asOf, 'long')),
    blocks: [
      lead(context),
      ...succession(context),
      { type: 'metrics', items: [inUseMetric(context), ...programmeMetrics(context)] },
      decisionCallout(decisions(context), context),
      ...place(context),
      { type: 'heading', level: 2, text: context.w.resultsTitle },
      { type: 'metrics', items: capacityMetrics(context) },
      ...gave(context),
      ...takenBlocks(context),
      ...unknownTable(context),
      ...openTable(context),
      ...indicatorTable(context),
      ...doubtfulTable(context),
    ],
  })
}

function lead(context: ScorecardContext): Block {
  const { data, work, f, t } = context
  const { municipality } = data
  const day = f.date(data.asOf, 'long')
  if (!data.exists) {
    const { existsFrom, dissolvedOn } = municipality
    const why =
      existsFrom !== undefined && existsFrom > data.asOf
        ? t.existsFrom(f.date(existsFrom))
        : t.dissolvedOn(dissolvedOn === undefined ? t.notRecorded : f.date(dissolvedOn))
    return { type: 'lead', content: [t.notExisting(municipality.name, day) + why] }
  }
  const replicated = work.practices.filter((own) => isMet(own.decisions.replication)).length
  const own =
    work.practices.length === 0
      ? t.noOwn
      : t.ownReplicated(f.number(replicated), f.number(work.practices.length))
  return { type: 'lead', content: [...inUse(data, f, t, day), own, ...finishedAloud(context)] }
}

type Words = Pick<ScorecardContext, 'f' | 't'>

function inUse(data: MunicipalityScorecard, f: Words['f'], t: ScorecardTexts, day: string): Inline {
  if (!data.countable) return [t.notCountable(day)]
  const ids = data.taken['in-use'].map(({ use }) => use.adoption.id)
  const value = counted(ids, t.inUseRule(f.date(data.asOf)), 'adoption', f, recordNouns.practice)
  return [t.inUse(day), value, data.place === undefined ? '.' : t.place(...placeParts(data.place, f))]
}

/** The first and the last of the places that are shared, and among how many. */
function placeParts(
  { place, sharedWith, of }: RankedMunicipality['place'],
  f: Words['f'],
): [string, string, string] {
  return [f.number(place), f.number(place + sharedWith), f.count(of, nouns.ofMunicipality)]
}

/** Which municipalities it succeeded, and what that means for the figures. */
function succession({ data, f, t }: ScorecardContext): Block[] {
  const asked = data.succession
  const said = asked.steps.length === 0 ? [] : [t.led(explainSuccession(asked, f.locale))]
  const others = data.predecessors.filter(({ from }) => from !== asked.from)
  const named =
    others.length === 0 ? [] : [`${others.map((each) => explainSuccession(each, f.locale)).join('; ')}.`]
  const note = data.predecessors.length === 0 ? [] : [t.predecessors]
  const sentences = [...said, ...named, ...note]
  return sentences.length === 0 ? [] : [{ type: 'paragraph', content: [sentences.join(' ')] }]
}

function inUseMetric({ data, f, t, w }: ScorecardContext): Metric {
  const rule = t.inUseRule(f.date(data.asOf))
  if (!data.countable) {
    return { label: t.practicesInUse, value: { as: 'unknown', text: w.notCountable } }
  }
  const taken = data.taken['in-use']
  const own = taken.filter((each) => each.own).length
  const pending = data.taken.pending.length
  return {
    label: t.practicesInUse,
    value: figure(
      taken.length,
      rule,
      'adoption',
      taken.map(({ use }) => use.adoption.id),
    ),
    note: t.inUseNote(
      f.number(taken.length - own),
      f.number(own),
      pending === 0 ? undefined : f.number(pending),
    ),
    ...trendOf(
      data.history.map(({ on, inUse: value }) => ({ on, value })),
      f,
    ),
  }
}

function decisions(context: ScorecardContext): ListItem[] {
  const { data, f, t } = context
  const pending = data.taken.pending.map(({ use }) => use.adoption.id)
  const sites = data.factories.map(({ name, id }) => `${name} (${id})`)
  return [
    ...countedItem(t.pendingItem(f.date(data.asOf)), recordNouns.adoption, 'adoption', pending, context),
    ...(data.exists && sites.length === 0 ? [{ content: [t.uncoveredItem] }] : []),
    ...(sites.length > 1 ? [{ content: [t.severalItem(f.list(sites))] }] : []),
    ...workDecisions(context),
  ]
}

/** The municipality beside its neighbours in number and in the cluster, and what is known about it. */
function place(context: ScorecardContext): Block[] {
  const { data, t } = context
  const at = data.ranking.findIndex(({ code }) => code === data.municipality.id)
  const ranked = data.place === undefined || at < 0 ? [] : around(data.ranking, at)
  const mates = data.place === undefined ? [] : data.clusterMates
  const charts = [
    ...(ranked.length > 1 ? [[bars(t.rankingTitle, ranked, context)]] : []),
    ...(mates.length > 1 ? [[bars(t.matesTitle, mates, context)]] : []),
  ]
  return [
    { type: 'heading', level: 2, text: t.placeTitle },
    ...(charts.length === 0 ? [] : [{ type: 'columns' as const, columns: charts }]),
    facts(context),
  ]
}

function bars(
  title: string,
  items: readonly RankedMunicipality[],
  { snapshot, f, t }: ScorecardContext,
): Block {
  return {
    type: 'chart',
    chart: 'bars',
    title,
    note: t.rankingNote,
    labelTitle: t.municipality,
    valueTitle: t.practicesInUse,
    items: items.map((each) => ({
      label: `${f.number(each.place.place)}. ${snapshot.territory.nameOf(each.code)}`,
      value: each.inUse,
    })),
  }
}

const shownNeighbours = 9

/** The nearest in the order of the ranking, as many above as below where there are. */
function around(ranking: readonly RankedMunicipality[], at: number): readonly RankedMunicipality[] {
  const first = Math.max(0, Math.min(at - Math.floor(shownNeighbours / 2), ranking.length - shownNeighbours))
  return ranking.slice(first, first + shownNeighbours)
}

function facts({ data, f, t }: ScorecardContext): Block {
  const { municipality, factories } = data
  const { population } = municipality
  const words = t.facts
  return {
    type: 'facts',
    items: [
      { label: words.code, value: municipality.id },
      { label: words.type, value: f.text(municipalityTypes[municipality.type]) },
      {
        label: words.population,
        value:
          population === undefined
            ? { as: 'unknown', text: words.notRecorded }
            : figure(population, t.populationRule, 'municipality', [municipality.id], words.people),
      },
      {
        label: words.place,
        value:
          data.place === undefined
            ? { as: 'unknown', text: t.placeUnknown }
            : t.placeValue(...placeParts(data.place, f)),
      },
      {
        label: words.clusters,
        value:
          factories.length === 0
            ? words.noCluster
            : factories.flatMap(
                (each, index): Inline => (index === 0 ? [factoryRef(each)] : [', ', factoryRef(each)]),
              ),
      },
    ],
  }
}

/** Its own practices, each with the other municipalities that use it. */
function gave(context: ScorecardContext): Block[] {
  const { data, f, w } = context
  const rule = w.elsewhereRule(f.date(data.asOf))
  return practiceTable(context, [
    {
      column: { title: w.elsewhere, as: 'number', align: 'end', bar: true },
      cell: ({ uses }) => {
        if (uses.municipalities === undefined) return { as: 'unknown', text: w.notCountable }
        const others = [...useByMunicipality(uses.uses)]
          .filter(([code, use]) => use.standing === 'in-use' && code !== data.municipality.id)
          .map(([, use]) => use.adoption.id)
        return figure(others.length, rule, 'adoption', others)
      },
    },
  ])
}
