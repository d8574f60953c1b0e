import { magnitudeOf, type Path, type Table, type Value } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'
import { ValueView } from './values.js'

/** The number that fills a bar, and how many characters the longest number beside a bar has. */
export interface BarScale {
  readonly full: number
  readonly characters: number
}

export function scaleOf(block: Table, index: number, page: Page): BarScale {
  const sized = block.rows
    .flatMap((row) => row[index] ?? [])
    .flatMap((cell) => {
      const size = magnitudeOf(cell)
      return size === undefined ? [] : { size, characters: page.f.value(cell).length }
    })
  return sized.reduce<BarScale>(
    (scale, { size, characters }) => ({
      full: Math.max(scale.full, Math.abs(size)),
      characters: Math.max(scale.characters, characters),
    }),
    { full: 0, characters: 1 },
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
export function Bar({ value, scale, at, page }: BarProps): VNode {
  const size = magnitudeOf(value) ?? 0
  const length = scale.full === 0 ? 0 : Math.round((Math.abs(size) / scale.full) * barLength)
  return (
    <span class={`bar room-${Math.min(scale.characters, widestRoom)}`}>
      <svg class={size < 0 ? 'minus' : undefined} width={length} height="8" aria-hidden="true" />
      <ValueView value={value} at={at} page={page} />
    </span>
  )
}

/** The style sheet has a class for room for 1 to this many characters. */
export const widestRoom: number = 18
