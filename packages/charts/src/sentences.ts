import type { Formats } from '@tirazh/spec'
import { type Word, words } from './words.js'
import { written } from './written.js'

/** Of more names the first few; the others are in the table beside the drawing. */
const mostNames = 4

export interface Point {
  readonly label: string
  readonly value: number
}

/** The same with what is not known. */
export interface MaybePoint {
  readonly label: string
  readonly value: number | null
}

export function knownOf(points: readonly MaybePoint[]): readonly Point[] {
  return points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]))
}

/** The greatest and the least with their names. */
export function extremes(points: readonly Point[], unit: string | undefined, f: Formats): readonly string[] {
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  if (points.length === 0) return []
  if (low === high && points.length > 1) return [`${f.text(words.allEqual)} ${written(low, unit, f)}`]
  const extreme = (title: Word, value: number): string =>
    `${f.text(words[title])}: ${written(value, unit, f)} — ${names(
      points.filter((point) => point.value === value).map(({ label }) => label),
      f,
    )}`
  return points.length === 1 ? [extreme('highest', high)] : [extreme('highest', high), extreme('lowest', low)]
}

/** How a row begins and ends. */
export function course(points: readonly Point[], unit: string | undefined, f: Formats): readonly string[] {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || first === last) return []
  const point = (title: Word, { label, value }: Point): string =>
    `${f.text(words[title])}: ${written(value, unit, f)} — ${label}`
  return [point('first', first), point('last', last)]
}

/** Where the plan was reached, among what is known. */
export function planReached(
  points: readonly (MaybePoint & { readonly plan?: number })[],
  f: Formats,
): readonly string[] {
  const planned = points.filter(({ value, plan }) => value !== null && plan !== undefined)
  const reached = planned.filter(({ value, plan = 0 }) => value !== null && value >= plan).length
  return planned.length === 0
    ? []
    : [`${f.text(words.planReached)}: ${f.number(reached)} ${f.text(words.of)} ${f.number(planned.length)}`]
}

/** What is not known. */
export function gaps(unknown: readonly string[], f: Formats): readonly string[] {
  return unknown.length === 0 ? [] : [`${f.text(words.unknownFor)}: ${names(unknown, f)}`]
}

export function gapsIn(points: readonly MaybePoint[], f: Formats): readonly string[] {
  return gaps(
    points.filter(({ value }) => value === null).map(({ label }) => label),
    f,
  )
}

export function names(all: readonly string[], f: Formats): string {
  return f.list(all, mostNames)
}

/** Sentences one after the other, each with its full stop. */
export function joined(sentences: readonly string[]): string {
  return sentences.map((sentence) => (/[.…]$/.test(sentence) ? sentence : `${sentence}.`)).join(' ')
}
