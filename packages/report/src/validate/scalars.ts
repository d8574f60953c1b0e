import { isPlainDate } from '@tirazh/core'
import { blank, noDay, notAmong, notFinite, notWhole, outOfRange, wrongType } from './problems.js'
import { add, type Check } from './walk.js'

/** Any text, even an empty one. */
export const text: Check = (value, walk) => {
  if (typeof value !== 'string') add(walk, wrongType('text', value))
}

/** A text that says something. */
export const words: Check = (value, walk) => {
  if (typeof value !== 'string') add(walk, wrongType('text', value))
  else if (!/\S/.test(value)) add(walk, blank())
}

export const flag: Check = (value, walk) => {
  if (typeof value !== 'boolean') add(walk, wrongType('flag', value))
}

export const number: Check = (value, walk) => {
  if (typeof value !== 'number') add(walk, wrongType('number', value))
  else if (!Number.isFinite(value)) add(walk, notFinite(value))
}

/** A whole number that a double holds exactly. */
export const whole: Check = (value, walk) => {
  if (typeof value !== 'number') add(walk, wrongType('number', value))
  else if (!Number.isFinite(value)) add(walk, notFinite(value))
  else if (!Number.isSafeInteger(value)) add(walk, notWhole(value))
}

/** Digits after the decimal sign. */
export const digits: Check = (value, walk) => {
  whole(value, walk)
  if (Number.isSafeInteger(value) && typeof value === 'number' && (value < 0 || value > 20)) {
    add(walk, outOfRange(value, 'знаков после запятой бывает от 0 до 20', 'digits: there are 0 to 20'))
  }
}

export const day: Check = (value, walk) => {
  if (typeof value !== 'string') add(walk, wrongType('text', value))
  else if (!isPlainDate(value)) add(walk, noDay(value))
}

export function nullOr(check: Check): Check {
  return (value, walk) => {
    if (value !== null) check(value, walk)
  }
}

/** One of the texts; the compiler sees to it that all of them are here. */
export function choice<Of extends string>(all: Readonly<Record<Of, true>>): Check {
  return among(Object.keys(all))
}

export function among(known: readonly (string | number)[]): Check {
  const allowed = new Set<unknown>(known)
  return (value, walk) => {
    if (!allowed.has(value)) add(walk, notAmong(value, known))
  }
}
