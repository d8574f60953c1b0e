import type { ColumnKind, Locale, NumberValue, ShareValue } from '@tirazh/spec'
import { cleanText } from './text.js'

const nbsp = '\u00a0'

/** `#,##0.0" ч"`: the digits of the value and its unit as quoted text. */
export function numberFormat({ value, digits, unit }: NumberValue): string {
  const places = digits ?? digitsOf(value)
  return `#,##0${decimals(places)}${unit === undefined ? '' : quoted(nbsp + unit)}`
}

/** `0.0%`, with its sign where the value asks for it. */
export function shareFormat({ digits, signed }: ShareValue): string {
  const format = `0${decimals(digits ?? 1)}%`
  return signed === true ? `+${format};-${format};${format}` : format
}

/** Roubles and kopecks. */
export function moneyFormat(locale: Locale): string {
  return locale === 'ru' ? `#,##0.00${quoted(`${nbsp}₽`)}` : `${quoted('₽')}#,##0.00`
}

export function dateFormat(locale: Locale): string {
  // The months of an English report are English in any Excel.
  return locale === 'ru' ? 'dd.mm.yyyy' : '[$-809]d mmm yyyy'
}

/** What a column `as` this holds where nothing else is said; `@` is text. */
export function columnFormat(as: ColumnKind, locale: Locale): string {
  switch (as) {
    case 'number':
      return '#,##0'
    case 'money':
      return moneyFormat(locale)
    case 'share':
      return shareFormat({ as: 'share', value: 0 })
    case 'date':
      return dateFormat(locale)
    case 'text':
    case 'status':
    case 'reference':
      return '@'
  }
}

/** As many as the value has, at most 2. */
function digitsOf(value: number): number {
  if (Number.isInteger(value)) return 0
  const [, fraction = ''] = /\.(\d\d)$/.exec(value.toFixed(2)) ?? []
  return fraction.replace(/0+$/, '').length
}

/** Excel knows at most 30 digits after the decimal sign. */
function decimals(digits: number): string {
  return digits === 0 ? '' : `.${'0'.repeat(Math.min(digits, 30))}`
}

/** Literal text of a number format; a quotation mark cannot stand between quotation marks. */
function quoted(text: string): string {
  if (!/["\u0000-\u001f\ud800-\udfff\ufffe\uffff]/.test(text)) return `"${text}"`
  return cleanText(text)
    .replace(/[\t\n]/g, ' ')
    .split('"')
    .map((part) => (part === '' ? '' : `"${part}"`))
    .join('\\"')
}
