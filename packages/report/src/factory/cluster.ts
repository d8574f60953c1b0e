import { explainSuccession } from '@tirazh/rules'
import type { Block, Cell, Metric } from '@tirazh/spec'
import { figure } from '../matrix/cells.js'
import { nouns } from '../nouns.js'
import { municipalityRef } from '../references.js'
import { isMet } from '../scorecard/work.js'
import { dateOr } from '../values.js'
import type { ClusterLine, ServedMunicipality } from './collect.js'
import type { FactoryContext } from './context.js'
import { populationOf } from './population.js'

/** How much of the region the cluster covers, by municipalities and by people. */
export function coverageMetrics({ data, f, t, on }: FactoryContext): readonly Metric[] {
  const { served, all } = data.coverage
  const people = populationOf(served)
  const region = populationOf(all)
  const share =
    served.length === 0 || region.unknown.length > 0
      ? t.regionUnknown
      : t.populationShare(f.share(people.people / region.people))
  return [
    {
      label: t.served,
      value: figure(
        served.length,
        t.servedRule(on),
        'municipality',
        served.map(({ id }) => id),
      ),
      ...(all.length === 0
        ? {}
        : {
            note: t.servedNote(
              f.share(served.length / all.length),
              f.count(all.length, nouns.ofMunicipality),
            ),
          }),
    },
    {
      label: t.population,
      value:
        people.known.length === 0
          ? { as: 'unknown', text: t.populationMissing }
          : {
              ...figure(
                people.people,
                t.populationRule(on),
                'municipality',
                people.known.map(({ id }) => id),
                t.people,
              ),
              ...(people.unknown.length === 0 ? {} : { bound: 'at-least' as const }),
            },
      note:
        people.unknown.length === 0
          ? share
          : t.populationUnknown(
              f.number(people.unknown.length),
              f.count(served.length, nouns.ofMunicipality),
            ),
    },
  ]
}

/** The members as recorded, and what became of them. */
export function clusterTable({ data, snapshot, f, t, on }: FactoryContext): Block[] {
  const rows = data.members.map((line): Cell[] => [
    municipalityRef(snapshot, line.member.municipality),
    dateOr(line.member.from, t.notRecorded),
    line.member.until === undefined ? null : { as: 'date', value: line.member.until },
    line.belongs && data.open ? t.yes : t.no,
    ...explained(line, f.locale),
  ])
  if (rows.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.clusterTitle },
    {
      type: 'table',
      caption: t.clusterCaption(on),
      columns: [
        { title: t.municipality, as: 'reference', rowHeader: true },
        { title: t.from, as: 'date' },
        { title: t.until, as: 'date' },
        { title: t.belongs, as: 'text' },
        { title: t.explained, as: 'text' },
      ],
      rows,
    },
  ]
}

function explained({ succession }: ClusterLine, locale: FactoryContext['f']['locale']): [Cell] {
  return [succession.steps.length === 0 ? null : explainSuccession(succession, locale)]
}

/** The municipalities that the site serves, side by side. */
export function comparedBlocks(context: FactoryContext): Block[] {
  const { data, snapshot, t, on } = context
  const { municipalities } = data
  if (municipalities.length === 0) return []
  const strangers = municipalities.some(({ served }) => !served)
  const rows = municipalities.map((each): Cell[] => [
    municipalityRef(snapshot, each.code),
    ...(strangers ? [each.served ? t.yes : t.no] : []),
    inUse(each, context),
    place(each, context),
    figure(
      each.finished.length,
      t.finishedRule(on),
      'project',
      each.finished.map(({ id }) => id),
    ),
    ...practiceCells(each, context),
  ])
  return [
    { type: 'heading', level: 2, text: t.comparedTitle },
    {
      type: 'table',
      caption: t.comparedCaption(on),
      columns: [
        { title: t.municipality, as: 'reference', rowHeader: true },
        ...(strangers ? [{ title: t.inCluster, as: 'text' as const }] : []),
        { title: t.inUse, as: 'number', align: 'end', bar: true },
        { title: t.place, as: 'number', align: 'end' },
        { title: t.finishedHere, as: 'number', align: 'end' },
        { title: t.practicesHere, as: 'number', align: 'end' },
        { title: t.replicatedHere, as: 'number', align: 'end' },
      ],
      rows,
    },
  ]
}

function inUse({ ranked }: ServedMunicipality, { data, t, on }: FactoryContext): Cell {
  if (!data.countable) return { as: 'unknown', text: t.notCountable }
  if (ranked === undefined) return null
  return figure(ranked.inUse, t.inUseRule(on), 'adoption', ranked.adoptions)
}

function place({ code, ranked }: ServedMunicipality, { data, t, on }: FactoryContext): Cell {
  if (!data.countable || ranked === undefined) return null
  return figure(ranked.place.place, t.placeRule(on), 'municipality', [code])
}

function practiceCells({ practices }: ServedMunicipality, { t, on }: FactoryContext): [Cell, Cell] {
  const idsOf = (list: typeof practices): string[] => list.map((own) => own.uses.practice.id)
  const replicated = practices.filter((own) => isMet(own.decisions.replication))
  return [
    figure(practices.length, t.practicesRule(on), 'practice', idsOf(practices)),
    figure(replicated.length, t.replicatedRule(on), 'practice', idsOf(replicated)),
  ]
}

/** The site and its host in names and dates. */
export function factoryFacts({ data, snapshot, f, t }: FactoryContext): Block {
  const { factory, host } = data
  const hosted =
    host.steps.length === 0
      ? [municipalityRef(snapshot, factory.municipality)]
      : [municipalityRef(snapshot, factory.municipality), ` — ${explainSuccession(host, f.locale)}`]
  return {
    type: 'facts',
    items: [
      { label: t.facts.code, value: factory.id },
      { label: t.facts.host, value: hosted },
      { label: t.facts.opened, value: { as: 'date', value: factory.openedOn } },
      {
        label: t.facts.closed,
        value:
          factory.closedOn === undefined || factory.closedOn > data.asOf
            ? t.facts.stillOpen
            : { as: 'date', value: factory.closedOn },
      },
    ],
  }
}
