import { recordNouns, type Snapshot } from '@tirazh/core'
import { explainSuccession } from '@tirazh/rules'
import { type Block, formats, type Inline, type ListItem, type Report } from '@tirazh/spec'
import { documentOf } from '../document.js'
import { counted } from '../matrix/cells.js'
import type { BuildOptions } from '../provenance.js'
import { municipalityRef } from '../references.js'
import { isMet } from '../scorecard/work.js'
import { countedItem, decisionCallout, workDecisions } from '../scorecard/work-decisions.js'
import { capacityMetrics, finishedAloud, programmeMetrics } from '../scorecard/work-metrics.js'
import {
  doubtfulTable,
  indicatorTable,
  municipalitiesColumn,
  openTable,
  practiceTable,
  unknownTable,
} from '../scorecard/work-tables.js'
import { workTexts } from '../scorecard/work-texts.js'
import { quarterEnds } from '../summary/quarters.js'
import { clusterTable, comparedBlocks, coverageMetrics, factoryFacts } from './cluster.js'
import { collectFactory, type FactoryFigures } from './collect.js'
import type { FactoryContext } from './context.js'
import { funnel, improvedBlocks } from './projects.js'
import { factoryTexts } from './texts.js'

export interface FactoryOptions extends BuildOptions {
  /** The id of the training site. */
  readonly factory: string
}

/** A training site and its cluster: whom it serves, what its projects came to and what needs a decision. */
export function factoryReport(snapshot: Snapshot, options: FactoryOptions): Report {
  const { factory, asOf } = options
  return composeFactory(
    collectFactory(snapshot, { factory, asOf, history: quarterEnds(asOf, 8) }),
    snapshot,
    options,
  )
}

/** Puts the collected figures of a training site into a report. */
export function composeFactory(data: FactoryFigures, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const f = formats(locale)
  const t = factoryTexts[locale]
  const w = workTexts[locale]
  const context: FactoryContext = {
    data,
    work: data.work,
    whose: 'factory',
    snapshot,
    f,
    t,
    w,
    on: f.date(asOf),
  }
  const { id, name } = data.factory
  const programme = programmeMetrics(context)
  return documentOf(snapshot, options, {
    id: `factory/${id}`,
    title: name,
    subtitle: t.subtitle(id, f.date(asOf, 'long')),
    blocks: [
      lead(context),
      { type: 'metrics', items: [...coverageMetrics(context), ...programme.slice(0, 2)] },
      decisionCallout(decisions(context), context),
      factoryFacts(context),
      ...clusterTable(context),
      { type: 'heading', level: 2, text: w.resultsTitle },
      { type: 'metrics', items: [...capacityMetrics(context), ...programme.slice(2)] },
      ...improvedBlocks(context),
      ...funnel(context),
      ...comparedBlocks(context),
      ...practiceTable(context, [
        {
          column: { title: w.author, as: 'reference' },
          cell: ({ uses }) => municipalityRef(snapshot, uses.practice.author),
        },
        municipalitiesColumn(context),
      ]),
      ...unknownTable(context),
      ...openTable(context),
      ...indicatorTable(context),
      ...doubtfulTable(context),
    ],
  })
}

function lead(context: FactoryContext): Block {
  const { work, f, t } = context
  const { practices } = work
  const replicated = practices.filter((own) => isMet(own.decisions.replication)).length
  const grown =
    practices.length === 0 ? t.noPractices : t.practices(f.number(practices.length), f.number(replicated))
  return {
    type: 'lead',
    content: [...serves(context), ...finishedAloud(context), grown],
  }
}

function serves({ data, f, t, on }: FactoryContext): Inline {
  const { factory, coverage } = data
  const day = f.date(data.asOf, 'long')
  if (factory.openedOn > data.asOf) return [t.notYetOpen(day, f.date(factory.openedOn, 'long'))]
  if (!data.open) return [t.closedOn(day, f.date(factory.closedOn ?? data.asOf, 'long'))]
  const ids = coverage.served.map(({ id }) => id)
  if (ids.length === 0) return [t.servesNobody(day)]
  return [
    t.serves(day),
    counted(ids, t.servedRule(on), 'municipality', f, recordNouns.municipality),
    t.ofMunicipalities(f.number(coverage.all.length)),
  ]
}

function decisions(context: FactoryContext): ListItem[] {
  const { data, f, t, on } = context
  const nameOf = (code: string): string => `${context.snapshot.territory.nameOf(code)} (${code})`
  const { host, factory, open, coverage, members } = data
  const hosted = host.steps.length === 0 ? nameOf(factory.municipality) : explainSuccession(host, f.locale)
  const running = open ? [] : data.work.projects.open.map(({ project }) => project.id)
  return [
    ...(open && !data.hostExists ? [{ content: [t.dissolvedHostItem(hosted)] }] : []),
    ...members
      .filter(({ belongs, succession }) => open && belongs && succession.steps.length > 0)
      .map(({ succession }) => ({
        content: [t.dissolvedMemberItem(explainSuccession(succession, f.locale))],
      })),
    ...countedItem(t.sharedItem(on), recordNouns.municipality, 'municipality', coverage.shared, context),
    ...countedItem(t.openAfterClosingItem(on), recordNouns.project, 'project', running, context),
    ...workDecisions(context),
  ]
}
