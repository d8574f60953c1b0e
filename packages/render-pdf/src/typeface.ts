/** What a TrueType font says about its letters. */
export interface Typeface {
  /** The names the family goes by. */
  readonly families: readonly string[]
  has(codePoint: number): boolean
  /** How wide a text is at a size, both in points. Letters that the font lacks count as its space. */
  width(text: string, size: number): number
}

/** Reads the tables for names, letters and widths. @throws RangeError if the bytes are no TrueType font */
export function readTypeface(bytes: Uint8Array): Typeface {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = tablesOf(view)
  const at = (name: string): number => {
    const offset = tables.get(name)
    if (offset === undefined) throw new RangeError(`the table ${name} is missing`)
    return offset
  }
  const unitsPerEm = view.getUint16(at('head') + 18)
  const glyphs = glyphsOf(view, at('cmap'))
  const widths = widthsOf(view, at('hmtx'), view.getUint16(at('hhea') + 34))
  const space = widths[glyphs.get(32) ?? 0] ?? unitsPerEm / 2
  return {
    families: familiesOf(view, at('name')),
    has: (codePoint) => glyphs.has(codePoint),
    width(text, size) {
      let units = 0
      for (const letter of text) {
        const glyph = glyphs.get(letter.codePointAt(0) ?? 0)
        // The last width holds for all glyphs after it.
        units += glyph === undefined ? space : (widths[Math.min(glyph, widths.length - 1)] ?? space)
      }
      return (units * size) / unitsPerEm
    },
  }
}

function tablesOf(view: DataView): ReadonlyMap<string, number> {
  const count = view.getUint16(4)
  return new Map(
    Array.from({ length: count }, (_, index) => {
      const entry = 12 + 16 * index
      const tag = String.fromCharCode(...[0, 1, 2, 3].map((letter) => view.getUint8(entry + letter)))
      return [tag, view.getUint32(entry + 8)] as const
    }),
  )
}

function widthsOf(view: DataView, hmtx: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => view.getUint16(hmtx + 4 * index))
}

/** The glyph of each code point, from subtables of the formats 4 and 12, which all fonts of today have. */
function glyphsOf(view: DataView, cmap: number): ReadonlyMap<number, number> {
  const glyphs = new Map<number, number>()
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 8 + 8 * index)
    const format = view.getUint16(subtable)
    if (format === 4) segments(view, subtable, glyphs)
    if (format === 12) groups(view, subtable, glyphs)
  }
  return glyphs
}

function segments(view: DataView, subtable: number, glyphs: Map<number, number>): void {
  const double = view.getUint16(subtable + 6)
  for (let segment = 0; segment < double; segment += 2) {
    const ends = subtable + 14 + segment
    const starts = ends + double + 2
    const offsets = starts + 2 * double
    const start = view.getUint16(starts)
    const end = view.getUint16(ends)
    const delta = view.getUint16(starts + double)
    const offset = view.getUint16(offsets)
    for (let code = start; code <= end && code < 0xffff; code++) {
      const listed = offset === 0 ? code : view.getUint16(offsets + offset + 2 * (code - start))
      const glyph = listed === 0 ? 0 : (listed + delta) & 0xffff
      if (glyph !== 0) glyphs.set(code, glyph)
    }
  }
}

function groups(view: DataView, subtable: number, glyphs: Map<number, number>): void {
  for (let group = 0; group < view.getUint32(subtable + 12); group++) {
    const entry = subtable + 16 + 12 * group
    const start = view.getUint32(entry)
    for (let code = start; code <= view.getUint32(entry + 4); code++) {
      glyphs.set(code, view.getUint32(entry + 8) + code - start)
    }
  }
}

/** The family (1), its name without the style (16). */
const nameIds: ReadonlySet<number> = new Set([1, 16])

function familiesOf(view: DataView, name: number): readonly string[] {
  const storage = name + view.getUint16(name + 4)
  const found = new Set<string>()
  for (let index = 0; index < view.getUint16(name + 2); index++) {
    const record = name + 6 + 12 * index
    const unicode = view.getUint16(record) === 3 || view.getUint16(record) === 0
    if (!unicode || !nameIds.has(view.getUint16(record + 6))) continue
    const letters = Array.from({ length: view.getUint16(record + 8) / 2 }, (_, letter) =>
      view.getUint16(storage + view.getUint16(record + 10) + 2 * letter),
    )
    found.add(String.fromCharCode(...letters))
  }
  return [...found]
}
