import { type Cell, isEndAligned, type Path, type Table, type Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import { BasisNote } from './basis.js'
import { idOf, type Page } from './page.js'
import { ValueView } from './values.js'

interface TableProps {
  readonly block: Table
  readonly at: Path
  readonly page: Page
}

/** A table in a region of its own that scrolls sideways and takes the keyboard's focus. */
export function TableView({ block, at, page }: TableProps): VNode {
  const caption = `${idOf(at)}-caption`
  const layout = block.columns.map((_, index) => layOut(block, index, page))
  return (
    <div class="table">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" aria-labelledby={caption} tabIndex={0}>
        <table>
          <caption id={caption}>
            <span>{block.caption}</span>
          </caption>
          <thead>
            <tr>
              {block.columns.map((column, index) => (
                <th scope="col" class={layout[index]?.end ? 'end' : undefined}>
                  {column.title}
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
      </section>
      {block.note === undefined ? null : <p class="note">{block.note}</p>}
      <BasisNote block={block} page={page} />
    </div>
  )
}

interface ColumnLayout {
  readonly end: boolean
  readonly header: boolean
  readonly bars?: BarScale
}

/** The number that fills a bar, and how many characters the longest number beside a bar has. */
interface BarScale {
  readonly full: number
  readonly characters: number
}

function layOut(block: Table, index: number, page: Page): ColumnLayout {
  const column = block.columns[index]
  return {
    end: isEndAligned(block, index),
    header: column?.rowHeader === true,
    ...(column?.bar === true ? { bars: scaleOf(block, index, page) } : {}),
  }
}

function scaleOf(block: Table, index: number, page: Page): BarScale {
  const cells = block.rows.flatMap((row) => row[index] ?? [])
  return {
    full: Math.max(0, ...cells.map((cell) => Math.abs(size(cell) ?? 0))),
    characters: Math.max(
      1,
      ...cells.map((cell) => (size(cell) === undefined ? 1 : page.f.value(cell).length)),
    ),
  }
}

/** What a bar is as long as: the number, or the certain part of an interval. */
function size(value: Value): number | undefined {
  if (typeof value === 'string') return undefined
  switch (value.as) {
    case 'number':
    case 'share':
      return value.value
    case 'money':
      return value.minor
    case 'interval':
      return value.low
    default:
      return undefined
  }
}

interface RowProps {
  readonly cells: readonly Cell[]
  readonly layout: readonly ColumnLayout[]
  readonly at: Path
  readonly page: Page
  readonly total?: boolean
}

function Row({ cells, layout, at, page, total = false }: RowProps): VNode {
  const padded = [...cells, ...layout.slice(cells.length).map(() => null)]
  return (
    <tr>
      {padded.map((cell, index) => {
        const { end = false, header = false, bars } = layout[index] ?? {}
        const content =
          cell === null ? (
            <span class="muted">{total ? '' : '—'}</span>
          ) : bars === undefined || total ? (
            <ValueView value={cell} at={[...at, index]} page={page} />
          ) : (
            <Bar value={cell} scale={bars} at={[...at, index]} page={page} />
          )
        return header ? (
          <th scope="row" class={end ? 'end' : undefined}>
            {content}
          </th>
        ) : (
          <td class={end ? 'end' : undefined}>{content}</td>
        )
      })}
    </tr>
  )
}

interface BarProps {
  readonly value: Value
  readonly scale: BarScale
  readonly at: Path
  readonly page: Page
}

const barLength = 56

/** The bar stands left of its number; numbers get equal room, so that all bars begin at one line. */
function Bar({ value, scale, at, page }: BarProps): VNode {
  const number = size(value)
  const length = number === undefined || scale.full === 0 ? 0 : (Math.abs(number) / scale.full) * barLength
  const colour = number !== undefined && number < 0 ? 'mark' : 'soft'
  return (
    <span class="bar">
      <svg width={barLength} height="8" aria-hidden="true">
        <rect class={`tz-fill-${colour}`} width={Math.round(length * 100) / 100} height="8" rx="1" />
      </svg>
      <span class={`room-${Math.min(scale.characters, widestRoom)}`}>
        <ValueView value={value} at={at} page={page} />
      </span>
    </span>
  )
}

/** The style sheet has a class for room for 1 to this many characters. */
export const widestRoom: number = 18
