import { compareCodePoints, type Json } from '@tirazh/spec'

/** The records of one kind, ordered by code point of (space, id). */
export type Shelf = Entry[]

export interface Position {
  readonly space: string
  readonly id: string
}

/** A record as kept: never changed, only replaced. Nobody else has hold of its document. */
export interface Entry extends Position {
  readonly version: number
  readonly doc: Json
}

export function lookUp(shelf: Shelf, position: Position): Entry | undefined {
  return locate(shelf, position).entry
}

/** Adds the entry, or puts it in the place of the one before. */
export function put(shelf: Shelf, entry: Entry): void {
  const place = locate(shelf, entry)
  shelf.splice(place.index, place.entry ? 1 : 0, entry)
}

export function remove(shelf: Shelf, position: Position): void {
  const place = locate(shelf, position)
  shelf.splice(place.index, place.entry ? 1 : 0)
}

/** A copy of the entries after the position, or of all: what is committed later does not show in it. */
export function snapshot(shelf: Shelf, after: Position | undefined): readonly Entry[] {
  if (after === undefined) return shelf.slice()
  const place = locate(shelf, after)
  return shelf.slice(place.entry ? place.index + 1 : place.index)
}

/** The entry at the position, if there is one, and the index where it is or would be. */
function locate(shelf: Shelf, position: Position): { index: number; entry: Entry | undefined } {
  let low = 0
  let high = shelf.length
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = shelf[middle]
    const order = entry === undefined ? 0 : compare(entry, position)
    if (order === 0) return { index: middle, entry }
    if (order < 0) low = middle + 1
    else high = middle
  }
  return { index: low, entry: undefined }
}

function compare(a: Position, b: Position): number {
  return compareCodePoints(a.space, b.space) || compareCodePoints(a.id, b.id)
}
