import { compareCodePoints, type Key } from '@tirazh/spec'

/**
 * Text as an SQL literal of its UTF-8 bytes. Nothing in it can end the literal, whatever the character set
 * and the sql_mode of the session: a backslash escapes in one mode and is itself in another. An empty one
 * is not '' either, which MariaDB can be told to read as NULL.
 */
export function literal(text: string): string {
  let hex = ''
  for (const byte of encoder.encode(text)) hex += digits[byte]
  return `X'${hex}'`
}

/** Compares the columns of the key with the keys, which must be sorted: those of one kind and space together. */
export function among(keys: readonly Key[]): string {
  const groups: { readonly kind: string; readonly space: string; readonly ids: string[] }[] = []
  for (const { kind, space, id } of keys) {
    const last = groups.at(-1)
    if (last?.kind === kind && last.space === space) last.ids.push(literal(id))
    else groups.push({ kind, space, ids: [literal(id)] })
  }
  return groups
    .map(
      ({ kind, space, ids }) => `(kind = ${literal(kind)} AND space = ${literal(space)} AND id IN (${ids}))`,
    )
    .join(' OR ')
}

/** The order of the primary key, in which every commit takes its locks. */
export function compareKeys(a: Key, b: Key): number {
  return (
    compareCodePoints(a.kind, b.kind) || compareCodePoints(a.space, b.space) || compareCodePoints(a.id, b.id)
  )
}

/** The items in order, in batches of at most so many items and bytes; an item that is larger is alone. */
export function batches<T>(
  items: readonly T[],
  most: number,
  bytes: number,
  size: (item: T) => number,
): T[][] {
  const found: T[][] = []
  let room = 0
  for (const item of items) {
    const last = found.at(-1)
    room -= size(item)
    if (last === undefined || last.length === most || room < 0) {
      found.push([item])
      room = bytes - size(item)
    } else {
      last.push(item)
    }
  }
  return found
}

/**
 * Keys in batches for one statement each, in the order of the primary key. MariaDB makes a join of a list
 * of 1,000 values.
 */
export function keyBatches<T extends Key>(keys: readonly T[]): T[][] {
  const size = ({ kind, space, id }: Key): number => 6 * (kind.length + space.length + id.length) + 60
  return batches([...keys].sort(compareKeys), 500, 1_000_000, size)
}

const encoder = new TextEncoder()
const digits: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
