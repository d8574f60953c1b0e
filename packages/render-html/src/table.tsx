import { type Cell, isEndAligned, type Path, type StatusValue, type Table } from '@tirazh/spec'
import type { VNode } from 'preact'
import { Bar, type BarScale, scaleOf } from './bar.js'
import { BasisNote } from './basis.js'
import { idOf, type Page } from './page.js'
import { StatusCell, StatusMark, ValueView } from './values.js'

interface TableProps {
  readonly block: Table
  readonly at: Path
  readonly page: Page
}

/** A table in a frame of its own that scrolls sideways and takes the keyboard's focus. */
export function TableView({ block, at, page }: TableProps): VNode {
  const caption = `${idOf(at)}-caption`
  const layout = block.columns.map((_, index) => layOut(block, index, page))
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      {/* biome-ignore lint/a11y/useSemanticElements: a frame around a table is no set of fields */}
      <div class="scroll" role="group" aria-labelledby={caption} tabIndex={0}>
        <table class={block.columns.length > 5 ? 'many' : undefined}>
          <caption id={caption}>
            <span>{block.caption}</span>
          </caption>
          <thead>
            <tr>
              {block.columns.map((column, index) => (
                <th scope="col" class={layout[index]?.name}>
                  {column.narrow === true ? <span>{column.title}</span> : column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              <Row cells={row} layout={layout} at={[...at, 'rows', index]} page={page} />
            ))}
            {block.rows.length === 0 ? (
              <tr>
                <td colSpan={Math.max(1, block.columns.length)}>
                  <i class="unknown">{page.say('noData')}</i>
                </td>
              </tr>
            ) : null}
          </tbody>
          {block.total === undefined ? null : (
            <tfoot>
              <Row cells={block.total} layout={layout} at={[...at, 'total']} page={page} total />
            </tfoot>
          )}
        </table>
      </div>
      <Legend block={block} page={page} />
      {block.note === undefined ? null : <p class="note">{block.note}</p>}
      <BasisNote block={block} at={at} page={page} />
    </div>
  )
}

interface ColumnLayout {
  /** `end`, `narrow`, both or neither. */
  readonly name?: string
  readonly header: boolean
  readonly narrow: boolean
  readonly bars?: BarScale
}

function layOut(block: Table, index: number, page: Page): ColumnLayout {
  const { rowHeader: header = false, narrow = false, bar = false } = block.columns[index] ?? {}
  const names = [...(isEndAligned(block, index) ? ['end'] : []), ...(narrow ? ['narrow'] : [])]
  return {
    ...(names.length === 0 ? {} : { name: names.join(' ') }),
    header,
    narrow,
    ...(bar ? { bars: scaleOf(block, index, page) } : {}),
  }
}

interface RowProps {
  readonly cells: readonly Cell[]
  readonly layout: readonly ColumnLayout[]
  readonly at: Path
  readonly page: Page
  readonly total?: boolean
}

const anyColumn: ColumnLayout = { header: false, narrow: false }

function Row({ cells, layout, at, page, total = false }: RowProps): VNode {
  const padded = [...cells, ...layout.slice(cells.length).map(() => null)]
  return (
    <tr>
      {padded.map((cell, index) => {
        const { name, header, narrow, bars } = layout[index] ?? anyColumn
        const content = (
          <CellView
            cell={cell}
            narrow={narrow}
            {...(bars === undefined || total ? {} : { bars })}
            blank={total ? '' : '—'}
            at={[...at, index]}
            page={page}
          />
        )
        const names = hasLongWord(cell, page) ? `${name ?? ''} long`.trim() : name
        return header && cell !== null ? (
          <th scope="row" class={names}>
            {content}
          </th>
        ) : (
          <td class={names}>{content}</td>
        )
      })}
    </tr>
  )
}

/** Words are broken only where nothing else keeps a column within reason. */
function hasLongWord(cell: Cell, page: Page): boolean {
  return cell !== null && /[^\s-]{33}/.test(page.f.value(cell))
}

interface CellProps {
  readonly cell: Cell
  readonly narrow: boolean
  readonly bars?: BarScale
  /** What stands in a cell that does not apply. */
  readonly blank: string
  readonly at: Path
  readonly page: Page
}

function CellView({ cell, narrow, bars, blank, at, page }: CellProps): VNode | null {
  if (cell === null) return blank === '' ? null : <span class="muted">{blank}</span>
  if (bars !== undefined) return <Bar value={cell} scale={bars} at={at} page={page} />
  if (typeof cell === 'string' || cell.as !== 'status') return <ValueView value={cell} at={at} page={page} />
  return narrow ? (
    <StatusMark value={cell} at={at} page={page} />
  ) : (
    <StatusCell value={cell} at={at} page={page} />
  )
}

/** Marks stand without their words in narrow columns, so the words stand below the table, each once. */
function Legend({ block, page }: { readonly block: Table; readonly page: Page }): VNode | null {
  const marks = new Map<string, StatusValue>()
  for (const cells of [...block.rows, block.total ?? []]) {
    for (const [index, cell] of cells.entries()) {
      if (cell === null || typeof cell === 'string' || cell.as !== 'status') continue
      if (block.columns[index]?.narrow === true) marks.set(`${cell.status} ${cell.text}`, cell)
    }
  }
  if (marks.size === 0) return null
  return (
    <p class="note legend">
      {[...marks.values()].map(({ status, text }) => (
        <>
          <span class={`status ${status}`}>{page.text(text)}</span>{' '}
        </>
      ))}
    </p>
  )
}
