export interface DecimalOptions {
  /** Multiplies by this power of ten: 2 for per cent, -2 for kopecks. */
  readonly shift?: number
  /** At least so many digits after the point. */
  readonly digits?: number
}

/**
 * A finite number with every digit it has: no grouping, no exponent, a plain hyphen for minus. The point
 * is moved within the digits, because 0.07 * 100 is 7.000000000000001.
 */
export function decimal(value: number, point: ',' | '.', options: DecimalOptions = {}): string {
  const { shift = 0, digits = 0 } = options
  const [mantissa = '', exponent = '0'] = String(Math.abs(value)).split('e')
  const [whole = '', fraction = ''] = mantissa.split('.')
  const places = fraction.length - Number(exponent) - shift
  const all =
    places < 0 ? whole + fraction + '0'.repeat(-places) : (whole + fraction).padStart(places + 1, '0')
  const cut = all.length - Math.max(places, 0)
  const before = all.slice(0, cut).replace(/^0+(?=\d)/, '')
  const after = all.slice(cut).replace(/0+$/, '').padEnd(digits, '0')
  return (value < 0 ? '-' : '') + (after === '' ? before : before + point + after)
}
