import type { Project, Snapshot } from '@tirazh/core'
import type { Block, Cell, ReferenceValue } from '@tirazh/spec'
import { municipalityRef } from '../references.js'
import type { EffectKind } from './amount.js'
import type { EffectLine } from './collect.js'
import { amountValue, type EffectsContext, measuredKinds, sumCells, sumColumns } from './context.js'
import type { EffectSums } from './sums.js'

/** How many of the largest effects are shown. */
const most = 10

/** Effects by sphere: how much of each is confirmed, and the figures. */
export function spheres(context: EffectsContext): Block[] {
  const { data, t } = context
  const kinds = measuredKinds(context)
  const [first] = kinds
  if (first === undefined) return []
  const named = data.bySphere
    .map(({ sphere, sums }) => ({ label: sphere ?? t.sphereUnknown, sums }))
    .sort((a, b) => grossOf(b.sums, first) - grossOf(a.sums, first) || (a.label < b.label ? -1 : 1))
  return [
    { type: 'heading', level: 2, text: t.spheresTitle },
    { type: 'columns', columns: kinds.map((kind) => [stacked(kind, named, context)]) },
    {
      type: 'table',
      caption: t.spheresCaption,
      columns: [{ title: t.sphere, as: 'text', rowHeader: true }, ...sumColumns(kinds, t)],
      rows: named.map(({ label, sums }): Cell[] => [label, ...sumCells(sums, kinds, context)]),
      total: [t.total, ...sumCells(data.total, kinds, context)],
      note: t.roundingNote,
    },
  ]
}

function grossOf(sums: EffectSums, kind: EffectKind): number {
  return sums[kind]?.gross ?? Number.NEGATIVE_INFINITY
}

/** Parts of a bar are never below zero: groups that lost more than they gained are named instead. */
function stacked(
  kind: EffectKind,
  groups: readonly { readonly label: string; readonly sums: EffectSums }[],
  { f, t }: EffectsContext,
): Block {
  const sorted = groups.toSorted((a, b) => grossOf(b.sums, kind) - grossOf(a.sums, kind))
  const lost = sorted.filter(({ sums }) => (sums[kind]?.adjusted ?? 0) < 0)
  const shown = sorted.filter((group) => !lost.includes(group))
  // Kopecks are for tables: a bar is drawn in roubles.
  const scale = kind === 'money' ? 100 : 1
  return {
    type: 'chart',
    chart: 'stacked',
    title: t.stackedTitle(kind),
    note: `${t.stackedNote}${lost.length === 0 ? '' : t.stackedLeftOut(f.list(lost.map(({ label }) => label)))}`,
    labelTitle: t.sphere,
    parts: [t.partAdjusted, t.partWithheld],
    items: shown.map(({ label, sums }) => {
      const sum = sums[kind]
      return {
        label,
        values: sum === undefined ? [null, null] : [sum.adjusted / scale, sum.withheld / scale],
      }
    }),
  }
}

/** The largest effects of each kind: before and after, then the figures with their grade. */
export function largest(context: EffectsContext): Block[] {
  const { data, t } = context
  const kinds = measuredKinds(context)
  if (kinds.length === 0) return []
  const first = (kind: EffectKind): EffectLine[] =>
    data.lines.filter((line) => line.kind === kind).slice(0, most)
  return [
    { type: 'heading', level: 2, text: t.largestTitle },
    { type: 'columns', columns: kinds.map((kind) => [dumbbell(kind, first(kind), context)]) },
    ...kinds.map((kind) => table(kind, first(kind), context)),
  ]
}

function dumbbell(
  kind: EffectKind,
  lines: readonly EffectLine[],
  { data, snapshot: { territory }, t }: EffectsContext,
): Block {
  const scale = kind === 'money' ? 100 : 1
  return {
    type: 'chart',
    chart: 'dumbbell',
    title: t.largestChart(kind),
    labelTitle: t.project,
    fromTitle: t.before,
    toTitle: t.after,
    items: lines.map(({ project, before, after }) => ({
      label: `${project.id}, ${territory.nameOf(territory.successionOf(project.municipality, data.asOf).to)}`,
      from: before / scale,
      to: after / scale,
    })),
  }
}

function table(kind: EffectKind, lines: readonly EffectLine[], context: EffectsContext): Block {
  const { data, snapshot, f, t } = context
  const on = f.date(data.asOf)
  const as = kind === 'money' ? 'money' : 'number'
  return {
    type: 'table',
    caption: t.largestCaption(kind),
    columns: [
      { title: t.project, as: 'reference', rowHeader: true },
      { title: t.municipality, as: 'reference' },
      { title: t.before, as },
      { title: t.after, as },
      { title: t.effect, as },
      { title: t.effectAdjusted, as },
      { title: t.grade, as: 'text' },
    ],
    rows: lines.map(({ project, before, after, gross, adjusted, confidence }): Cell[] => {
      const projects = [project.id]
      const cell = (value: number, rule: string): Cell => amountValue(kind, value, { rule, projects })
      return [
        projectReference(project, snapshot),
        municipalityRef(snapshot, snapshot.territory.successionOf(project.municipality, data.asOf).to),
        cell(before, t.amountRule[kind]),
        cell(after, t.amountRule[kind]),
        cell(gross, t.rule(kind, on)),
        cell(adjusted, t.adjustedRule(kind, on)),
        t.gradeOf(f.number(confidence.confirmed)),
      ]
    }),
  }
}

/** A project by code and title, leading to the passport of the practice that grew out of it, if any. */
export function projectReference({ id, title }: Project, { records }: Snapshot): ReferenceValue {
  const practice = records.practice.find(({ sourceProject }) => sourceProject === id)
  return {
    as: 'reference',
    text: `${id} · ${title}`,
    record: { kind: 'project', id },
    ...(practice === undefined ? {} : { report: `passport/${practice.id}` }),
  }
}

/** Effects by municipality as it is on the day. */
export function municipalities(context: EffectsContext): Block[] {
  const { data, snapshot, t } = context
  const kinds = measuredKinds(context)
  const [first] = kinds
  if (first === undefined) return []
  return [
    { type: 'heading', level: 2, text: t.municipalitiesTitle },
    {
      type: 'table',
      caption: t.municipalitiesCaption,
      columns: [{ title: t.municipality, as: 'reference', rowHeader: true }, ...sumColumns(kinds, t)],
      rows: data.byMunicipality
        .toSorted((a, b) => grossOf(b.sums, first) - grossOf(a.sums, first) || (a.code < b.code ? -1 : 1))
        .map(({ code, sums }): Cell[] => [
          municipalityRef(snapshot, code),
          ...sumCells(sums, kinds, context),
        ]),
      total: [t.total, ...sumCells(data.total, kinds, context)],
      note: t.roundingNote,
    },
  ]
}
