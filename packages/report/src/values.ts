import type { Basis, PlainDate, Value } from '@tirazh/spec'

/** A date, or the words for one that is not recorded. */
export function dateOr(value: PlainDate | undefined, absent: string): Value {
  return value === undefined ? { as: 'unknown', text: absent } : { as: 'date', value }
}

/** A number, or the words for one that is not recorded. It is never shown as 0. */
export function numberOr(value: number | undefined, absent: string, basis?: Basis): Value {
  if (value === undefined) return { as: 'unknown', text: absent }
  return { as: 'number', value, ...(basis === undefined ? {} : { basis }) }
}
