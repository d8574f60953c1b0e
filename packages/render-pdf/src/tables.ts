import { type Cell, isEndAligned, magnitudeOf, type Path, type Table } from '@tirazh/spec'
import { type ColumnPart, type ColumnWish, tableParts, wholeTable } from './column-plan.js'
import { mm, type Page } from './page.js'
import { longestWord } from './readable.js'
import { reasonOf, runOf } from './runs.js'
import { tableSizes } from './sizes.js'
import type { CellNode, PartColumn, Run, TableNode, TablePart } from './tree.js'

/** A table in the largest letters in which its columns fit beside each other, or in parts. */
export function table(block: Table, at: Path, page: Page): TableNode {
  const grid = laidOut(block, at, page)
  return {
    kind: 'table',
    caption: block.caption,
    parts: block.columns.length === 0 ? [] : partsOf(grid, page),
    keep: grid.columns.every(({ longest }) => longest < 400),
    note: block.note ?? null,
  }
}

/** The cells of a table with what their columns need, in ems. */
interface Grid {
  readonly columns: readonly GridColumn[]
  readonly rows: readonly (readonly CellNode[])[]
  readonly total: readonly CellNode[] | null
}

interface GridColumn {
  readonly title: string
  readonly end: boolean
  readonly turned: boolean
  readonly rowHeader: boolean
  readonly head: boolean
  /** The widest word and the widest text, of the cells and of the title. */
  readonly least: number
  readonly most: number
  readonly titleLeast: number
  readonly titleMost: number
  /** Letters of the longest cell. */
  readonly longest: number
}

/** Around the text of a cell, left and right, in points. */
const padding = 3.2
/** A bar in a cell, with the gap to its number, in ems. */
const barRoom = 4.3
/** How long a turned title may be before it is wrapped, in points. */
const turnedMost: number = 36 * mm

function partsOf(grid: Grid, page: Page): readonly TablePart[] {
  // Names of rows keep to few lines where there is room for it in any size.
  for (const headRoom of [leastHead, 0]) {
    for (const size of tableSizes) {
      const whole = wholeTable(wishes(grid, size, headRoom), page.width)
      if (whole !== undefined) return [part(grid, whole, size, page)]
    }
  }
  const size = tableSizes[1]
  return tableParts(wishes(grid, size, leastHead), page.width).map((columns) =>
    part(grid, columns, size, page),
  )
}

/** The room for names of rows, in ems. */
const leastHead = 16

function wishes(grid: Grid, size: number, headRoom: number): readonly ColumnWish[] {
  return grid.columns.map(({ least, most, titleLeast, titleMost, turned, end, head }) => {
    const title = turned
      ? { least: turnedLines(titleMost, size) * size * 1.3, most: 0 }
      : // A title of several words may be wrapped as long as its words are whole.
        { least: titleLeast * size, most: Math.min(titleMost, titleLeast * 1.6) * size }
    return {
      least: Math.max(least * size, head ? Math.min(most, headRoom) * size : 0, title.least) + 2 * padding,
      most: Math.max(most * size, title.most, title.least) + 2 * padding + 0.5,
      grows: !end && !turned,
      head,
    }
  })
}

function turnedLines(title: number, size: number): number {
  return Math.max(1, Math.ceil((title * size) / (turnedMost * 0.9)))
}

function part(grid: Grid, { columns, widths }: ColumnPart, size: number, page: Page): TablePart {
  const chosen = columns.flatMap((index) => grid.columns[index] ?? [])
  const pick = (cells: readonly CellNode[]): readonly CellNode[] => columns.map((index) => cells[index] ?? '')
  const turned = chosen.filter(({ turned }) => turned).map(({ titleMost }) => titleMost * size)
  const rows = grid.rows.map(pick)
  return {
    size,
    columns: chosen.map(({ title, end, turned, rowHeader }, index): PartColumn => {
      return { title, end, turned, rowHeader, width: (widths[index] ?? 0) - 0.001 }
    }),
    rows: rows.length > 0 ? rows : [columns.map((_, index) => (index === 0 ? [noData(page)] : ''))],
    total: grid.total === null ? null : pick(grid.total),
    turned: turned.length === 0 ? 0 : Math.min(turnedMost, Math.max(...turned) + 4),
  }
}

function noData(page: Page): Run {
  return { t: page.say('noData'), look: 'muted' }
}

function laidOut(block: Table, at: Path, page: Page): Grid {
  const hasHeads = block.columns.some(({ rowHeader }) => rowHeader === true)
  const scales = block.columns.map(({ bar }, index) =>
    bar === true ? scaleOf(block, index, page) : undefined,
  )
  const explained = explainedColumn(block, at, page)
  const rows = block.rows.map((cells, row) =>
    block.columns.map((_, index) =>
      cellOf(cells[index] ?? null, [...at, 'rows', row, index], page, scales[index], index === explained),
    ),
  )
  const total =
    block.total?.map((cell, index) => (cell === null ? '' : cellOf(cell, [...at, 'total', index], page))) ??
    null
  return {
    ...{ rows, total },
    columns: block.columns.map((column, index): GridColumn => {
      const measure = measured(page)
      for (const cells of rows) measure.add(cells[index] ?? '')
      const inTotal = total?.[index]
      if (inTotal !== undefined) measure.add(inTotal, true)
      const title = measured(page)
      title.add(column.title, true)
      return {
        title: column.title,
        end: isEndAligned(block, index),
        turned: column.narrow === true,
        rowHeader: column.rowHeader === true,
        head: hasHeads ? column.rowHeader === true : index === 0,
        ...{ least: measure.least, most: measure.most, longest: measure.longest },
        ...{ titleLeast: title.least, titleMost: title.most },
      }
    }),
  }
}

/** The column whose decisions are followed by why; in several, or in a narrow one, the sentences have no room. */
function explainedColumn(block: Table, at: Path, page: Page): number | undefined {
  const explained = [...block.columns.keys()].filter((index) =>
    block.rows.some((cells) => reasonOf(cells[index] ?? '') !== undefined),
  )
  const [only] = explained
  if (only === undefined) return undefined
  if (explained.length === 1 && block.columns[only]?.narrow !== true) return only
  page.context.omit(
    at,
    'why each decision is what it is has no room; the reports that the decisions lead to say it',
  )
  return undefined
}

interface BarScale {
  /** The number that fills a bar. */
  readonly full: number
  /** The room for the numbers beside the bars, in ems. */
  readonly room: number
}

function scaleOf(block: Table, index: number, page: Page): BarScale {
  const cells = block.rows.flatMap((row) => row[index] ?? [])
  return {
    full: Math.max(0, ...cells.map((cell) => Math.abs(magnitudeOf(cell) ?? 0))),
    room: Math.max(
      1,
      ...cells.map((cell) => (magnitudeOf(cell) === undefined ? 0 : widthOf(page.f.value(cell), page))),
    ),
  }
}

function cellOf(cell: Cell, at: Path, page: Page, scale?: BarScale, explained = false): CellNode {
  if (cell === null) return [{ t: '—', look: 'muted' }]
  const run = runOf(cell, at, page)
  const size = magnitudeOf(cell)
  if (scale !== undefined && size !== undefined) {
    return { bar: scale.full === 0 ? 0 : size / scale.full, room: scale.room, runs: [run] }
  }
  const reason = explained ? reasonOf(cell) : undefined
  if (reason !== undefined) return [run, { t: reason, look: 'reason' }]
  return typeof run === 'string' ? run : [run]
}

interface Measure {
  least: number
  most: number
  longest: number
  add(cell: CellNode, bold?: boolean): void
}

/** The widest word and the widest text among cells, in ems. */
function measured(page: Page): Measure {
  const self: Measure = {
    ...{ least: 0, most: 0, longest: 0 },
    add(cell, bold = false) {
      if (typeof cell === 'string') addText(cell, 0, bold)
      else if ('bar' in cell) grow(cell.room + barRoom, cell.room + barRoom)
      else for (const run of cell) addRun(run, bold)
    },
  }
  const grow = (least: number, most: number): void => {
    self.least = Math.max(self.least, least)
    self.most = Math.max(self.most, most)
  }
  const addRun = (run: Run, bold: boolean): void => {
    if (typeof run === 'string') addText(run, 0, bold)
    else if (run.look === 'reason') addReason(run.t)
    else if (run.mark === undefined) addText(run.t, 0, bold)
    // A mark and its words stay on one line.
    else addText(run.t.replaceAll(' ', '\u00a0'), 1.35, bold)
  }
  const addReason = (sentence: string): void => {
    // A sentence below the word does not decide how wide the column is.
    self.longest = Math.max(self.longest, sentence.length)
    const words = widest(sentence, false)
    grow(words * 0.9, Math.max(words, 10))
  }
  const addText = (text: string, beside: number, bold: boolean): void => {
    self.longest = Math.max(self.longest, text.length)
    grow(widest(text, bold) + beside, Math.min(60, widthOf(text, page, bold)) + beside)
  }
  const widest = (text: string, bold: boolean): number => {
    let most = 0
    for (const word of text.split(/[ \n]/)) {
      // Longer words are broken anywhere.
      const whole = word.length > longestWord ? word.slice(0, longestWord / 2) : word
      most = Math.max(most, widthOf(whole, page, bold))
    }
    return most
  }
  return self
}

function widthOf(text: string, page: Page, bold = false): number {
  return (bold ? page.fonts.bold : page.fonts.regular).width(text, 1)
}
