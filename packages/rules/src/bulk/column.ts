import { reader } from '../field-tests.js'
import { type Facts, propertyOf } from '../model.js'
import type { Int, Word } from '../program.js'

/** A field of a program, whether it holds numbers or words. */
export type FieldNode = Extract<Int, { op: 'field' }> | Extract<Word, { op: 'wordField' }>

/** Places in a dictionary, in as few bits as they need. */
export type Places = Uint8Array | Uint16Array | Uint32Array

/** Room for so many places in a dictionary of so many values. */
export function placesFor(values: number, size: number): Places {
  return values <= 0x100
    ? new Uint8Array(size)
    : values <= 0x1_0000
      ? new Uint16Array(size)
      : new Uint32Array(size)
}

/**
 * One field of many records: record i holds `values[places[i]]`. Everything is a number: a word is its
 * number in the dictionary of words. The first value is NaN and stands for nothing.
 */
export interface Column {
  readonly places: Places
  readonly values: Float64Array
  /** The greatest magnitude among the values. */
  readonly most: number
}

/** Words as numbers, for all columns together. */
export interface Words {
  numberOf(word: string): number
  wordOf(number: number): string
}

export function wordList(): Words {
  const numbers = new Map<string, number>()
  const words: string[] = []
  return {
    numberOf(word) {
      const known = numbers.get(word)
      if (known !== undefined) return known
      numbers.set(word, words.length)
      return words.push(word) - 1
    },
    wordOf: (number) => words[number] ?? '',
  }
}

/** Reads a field of so many records, which `each` goes through in order. */
export function readColumn(
  field: FieldNode,
  size: number,
  each: (visit: (record: Facts) => void) => void,
  words: Words,
): Column {
  const read = field.op === 'field' ? reader(field) : wordReader(field.name, words)
  const places = new Map<number, number>([[Number.NaN, 0]])
  const values = [Number.NaN]
  let wide: Places = new Uint16Array(size)
  let row = 0
  each((record) => {
    const value = read(record)
    let place = places.get(value)
    if (place === undefined) {
      place = values.push(value) - 1
      places.set(value, place)
      if (place === 0x1_0000) wide = Uint32Array.from(wide)
    }
    wide[row] = place
    row += 1
  })
  let most = 0
  for (const value of values) if (Math.abs(value) > most) most = Math.abs(value)
  return {
    places: values.length <= 0x100 ? Uint8Array.from(wide) : wide,
    values: Float64Array.from(values),
    most,
  }
}

function wordReader(name: string, words: Words): (record: Facts) => number {
  return (record) => {
    const value = propertyOf(record, name)
    return typeof value === 'string' ? words.numberOf(value) : Number.NaN
  }
}
