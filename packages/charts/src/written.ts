import type { Formats } from '@tirazh/spec'

/** A value of a chart with its unit, as descriptions write it. */
export function written(value: number, unit: string | undefined, f: Formats): string {
  return f.value(unit === undefined ? { as: 'number', value } : { as: 'number', value, unit })
}
