import { type OktmoCode, recordNouns, type Snapshot } from '@tirazh/core'
import {
  type Block,
  type Cell,
  type Column,
  type Formats,
  formats,
  type Inline,
  type ListItem,
  type Report,
  type Truth,
} from '@tirazh/spec'
import { documentOf } from '../document.js'
import { recordGroup } from '../nouns.js'
import type { BuildOptions } from '../provenance.js'
import { municipalityRef, practiceRef } from '../references.js'
import { verdictCell } from '../verdict-cell.js'
import { counted, figure, municipalitiesCell, whyPending } from './cells.js'
import { collectMatrix, type MatrixColumn, type MatrixRow, type ReplicationMatrix } from './collect.js'
import { type MatrixTexts, matrixTexts } from './texts.js'
import { type Standing, standings, type Use } from './uses.js'

export interface MatrixOptions extends BuildOptions {
  /** The ids of the practices to show; all of them by default. */
  readonly practices?: readonly string[]
  /** The codes of the municipalities to show; all of them by default. A dissolved one leads to its successor. */
  readonly municipalities?: readonly OktmoCode[]
}

interface MatrixContext {
  readonly data: ReplicationMatrix
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly t: MatrixTexts
  /** The day as it stands in rules. */
  readonly on: string
}

/** Which practice is used in which municipality: a row for each practice, a narrow column for each municipality. */
export function replicationMatrix(snapshot: Snapshot, options: MatrixOptions): Report {
  return composeMatrix(collectMatrix(snapshot, options), snapshot, options)
}

/** Puts a collected matrix into a report. */
export function composeMatrix(data: ReplicationMatrix, snapshot: Snapshot, options: BuildOptions): Report {
  const { asOf, locale } = options
  const { region } = snapshot
  const f = formats(locale)
  const t = matrixTexts[locale]
  const context: MatrixContext = { data, snapshot, f, t, on: f.date(asOf) }
  return documentOf(snapshot, options, {
    id: 'matrix',
    title: t.title,
    subtitle: t.subtitle(f.text(region.nameInTitles), f.date(asOf, 'long')),
    layout: 'wide',
    blocks: [
      ...lead(context),
      ...(data.rows.length === 0 ? [] : [...legend(context), ...table(context)]),
      ...pending(context),
    ],
  })
}

function lead({ data, f, t, on }: MatrixContext): Block[] {
  const { rows, columns, marks } = data
  if (rows.length === 0) return [{ type: 'lead', content: [t.nothingPublished] }]
  if (columns.length === 0) return [{ type: 'lead', content: [t.noMunicipalities] }]
  // Where the rule counts nothing, nobody can say what is in use: no number is given for it.
  if (rows.every((row) => row.uses.municipalities === undefined)) {
    return [{ type: 'lead', content: [t.notCounted(f.date(data.asOf, 'long'))] }]
  }
  const possible = rows.length * columns.length
  const inUse = marks['in-use']
  const ids = inUse.map((use) => use.adoption.id)
  const { adoption } = recordNouns
  return [
    {
      type: 'lead',
      content: [
        t.inUse(f.date(data.asOf, 'long')),
        counted(ids, t.pairsRule(on), 'adoption', f, adoption),
        t.ofPossible,
        {
          as: 'number',
          value: possible,
          basis: {
            rule: t.possibleRule,
            records: [
              recordGroup(
                'practice',
                rows.map((row) => row.uses.practice.id),
              ),
              recordGroup(
                'municipality',
                columns.map((column) => column.code),
              ),
            ],
          },
        },
        t.possible,
        {
          as: 'share',
          value: inUse.length / possible,
          basis: { rule: t.shareRule(on), records: [recordGroup('adoption', ids)] },
        },
        ').',
        ...extremes(data, f, t),
      ],
    },
  ]
}

/** The municipalities with most and fewest practices, and the practices that are everywhere or nowhere. */
function extremes({ rows, columns, limited }: ReplicationMatrix, f: Formats, t: MatrixTexts): Inline {
  const existing = columns.filter((column) => column.exists)
  const [most] = existing
  const least = existing.at(-1)
  const named = ({ name, inUse }: MatrixColumn): string => `${name} (${f.number(inUse.length)})`
  const compared =
    most === undefined || least === undefined || most.inUse.length === least.inUse.length
      ? []
      : [t.mostAndLeast(named(most), named(least))]
  // Of some municipalities nothing follows for all of them.
  if (limited.municipalities) return compared
  const nowhere = rows.filter(onlyUncounted).length
  const everywhere = rows.filter((row) =>
    existing.every(({ code }) => row.marks.get(code)?.standing === 'in-use'),
  ).length
  const { practice } = recordNouns
  return [
    ...compared,
    ...(nowhere === 0 ? [] : [t.nowhere(f.count(nowhere, practice))]),
    everywhere === 0 ? t.everywhereNone : t.everywhere(f.count(everywhere, practice)),
  ]
}

function onlyUncounted(row: MatrixRow): boolean {
  return [...row.marks.values()].every((use) => use.standing !== 'in-use' && use.standing !== 'pending')
}

function legend({ data, t, on }: MatrixContext): Block[] {
  const items = standings
    .filter((standing) => data.marks[standing].length > 0 || standing === 'in-use')
    .map((standing): ListItem => {
      const word = t.mark[standing]
      const status = truths[standing]
      const ids = data.marks[standing].map((use) => use.adoption.id)
      return {
        ...(status === undefined ? {} : { status }),
        content: [
          `${t.quoted(word)}${t.meaning[standing]}`,
          figure(ids.length, t.meaningRule(word, on), 'adoption', ids),
          '.',
        ],
      }
    })
  return [
    { type: 'heading', level: 2, text: t.legendTitle },
    { type: 'list', items: [...items, { content: [t.emptyMeaning] }] },
  ]
}

/** What is not yet or no more is no decision: it stands as a word, without the mark of one. */
const truths: Readonly<Record<Standing, Truth | undefined>> = {
  'in-use': 'met',
  pending: 'unknown',
  planned: undefined,
  lapsed: undefined,
  declined: 'unmet',
  rejected: 'unmet',
}

function table(context: MatrixContext): Block[] {
  const { data, t, on } = context
  const notes = [
    ...(data.limited.practices ? [t.limitedPractices] : []),
    ...(data.limited.municipalities ? [t.limitedMunicipalities] : []),
    ...(data.rows.some((row) => !row.published) ? [t.unpublished] : []),
    ...(data.columns.some((column) => !column.exists) ? [t.notExisting] : []),
  ]
  return [
    { type: 'heading', level: 2, text: t.tableTitle },
    {
      type: 'table',
      caption: t.caption(on),
      columns: [
        { title: t.practice, as: 'reference', rowHeader: true },
        { title: t.replication, as: 'status' },
        { title: t.municipalities, as: 'number', narrow: true },
        // Of two kinds: marks in the rows, a number in the total.
        ...titles(data.columns).map((title): Column => ({ title, narrow: true })),
      ],
      rows: data.rows.map((row) => cells(row, context)),
      total: total(context),
      ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    },
  ]
}

/** The names, with the code where two municipalities have the same one. */
function titles(columns: readonly MatrixColumn[]): string[] {
  const names = new Map<string, number>()
  for (const { name } of columns) names.set(name, (names.get(name) ?? 0) + 1)
  return columns.map(({ code, name }) => ((names.get(name) ?? 0) > 1 ? `${name} (${code})` : name))
}

function cells(row: MatrixRow, { data, snapshot, f, t, on }: MatrixContext): Cell[] {
  const { uses, marks } = row
  return [
    practiceRef(uses.practice),
    verdictCell(snapshot, { policy: 'replication', practice: uses.practice.id, asOf: data.asOf }, f),
    municipalitiesCell(uses, t.pairsRule(on), t.notCountable),
    ...data.columns.map(({ code }): Cell => {
      const use = marks.get(code)
      return use === undefined ? null : mark(use, row, f, t)
    }),
  ]
}

/** The word of an adoption. Where something is missing it says what; the legend explains the rest. */
function mark(use: Use, { uses }: MatrixRow, f: Formats, t: MatrixTexts): Cell {
  const status = truths[use.standing]
  const text = t.mark[use.standing]
  if (status === undefined) return text
  if (use.standing !== 'pending') return { as: 'status', status, text }
  return {
    as: 'status',
    status,
    text,
    basis: {
      rule: whyPending(use, uses, f),
      records: [recordGroup('adoption', [use.adoption.id])],
      report: `passport/${uses.practice.id}`,
    },
  }
}

function total({ data, t, on }: MatrixContext): Cell[] {
  // Where the rule counts nothing, there is no sum of it.
  const countable = data.rows.some((row) => row.uses.municipalities !== undefined)
  const sum = (uses: readonly Use[]): Cell =>
    countable
      ? figure(
          uses.length,
          t.pairsRule(on),
          'adoption',
          uses.map((use) => use.adoption.id),
        )
      : { as: 'unknown', text: t.notCountable }
  return [t.total, null, sum(data.marks['in-use']), ...data.columns.map((column) => sum(column.inUse))]
}

/** The adoptions that somebody has to look into. */
function pending({ data, snapshot, f, t, on }: MatrixContext): Block[] {
  const rows = data.rows.flatMap(({ uses, marks }) =>
    [...marks.values()]
      .filter((use) => use.standing === 'pending')
      .map((use): Cell[] => [
        practiceRef(uses.practice),
        municipalityRef(snapshot, use.municipality),
        use.adoption.id,
        whyPending(use, uses, f),
      ]),
  )
  if (rows.length === 0) return []
  return [
    { type: 'heading', level: 2, text: t.pendingTitle },
    {
      type: 'table',
      caption: t.pendingCaption(on),
      columns: [
        { title: t.practice, as: 'reference', rowHeader: true },
        { title: t.municipality, as: 'reference' },
        { title: t.adoption, as: 'text' },
        { title: t.whatIsMissing, as: 'text' },
      ],
      rows,
    },
  ]
}
