/**
 * Orders two strings by code point, which is also the order of their UTF-8 bytes.
 * JavaScript's own `<` orders by UTF-16 code unit and puts «😀» before U+FFFD.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const left = a.charCodeAt(i)
    const right = b.charCodeAt(i)
    if (left !== right) return rank(left) - rank(right)
  }
  return a.length - b.length
}

/** Surrogates (D800–DFFF) stand for code points above U+FFFF, so they come after E000–FFFF. */
function rank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}
