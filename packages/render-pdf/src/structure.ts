/** The structure elements of a PDF as Typst writes it: plain objects and a table of their offsets. */
export interface Structure {
  readonly root: string
  /** The text of a structure element, or `undefined` if the object is none. */
  element(id: string): string | undefined
  /** The file with other texts for some objects. */
  replaced(texts: ReadonlyMap<string, string>): Uint8Array
}

/** `undefined` if the file is not written as expected. */
export function structureOf(file: Uint8Array): Structure | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  const latin1 = (from?: number, to?: number): string => bytes.toString('latin1', from, to)
  const end = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(latin1(Math.max(0, bytes.length - 64)))
  const xref = Number(end?.[1])
  const head = /^xref\s+0 (\d+)\s+/.exec(latin1(xref, xref + 40))
  if (head === null) return undefined
  const entries = xref + head[0].length
  const count = Number(head[1])
  const offsets = Array.from({ length: count }, (_, id) => {
    const entry = latin1(entries + 20 * id, entries + 20 * id + 20)
    return entry[17] === 'n' ? Number(entry.slice(0, 10)) : undefined
  })
  const order = [...offsets.keys()]
    .filter((id) => offsets[id] !== undefined)
    .toSorted((a, b) => (offsets[a] ?? 0) - (offsets[b] ?? 0))
  const ends = new Map(order.map((id, place) => [id, offsets[order[place + 1] ?? -1] ?? xref]))
  const textOf = (id: number): string => latin1(offsets[id], ends.get(id))

  const root = order.find((id) => latin1(offsets[id], (offsets[id] ?? 0) + 60).includes('/StructTreeRoot'))
  if (root === undefined) return undefined
  return {
    root: textOf(root),
    element(id) {
      const text = offsets[Number(id)] === undefined ? '' : textOf(Number(id))
      return text.includes('/StructElem') ? text : undefined
    },
    replaced(texts) {
      const pieces: Buffer[] = [bytes.subarray(0, offsets[order[0] ?? 0])]
      let length = pieces[0]?.length ?? 0
      const moved = [...offsets]
      for (const id of order) {
        const text = texts.get(String(id))
        const piece =
          text === undefined ? bytes.subarray(offsets[id], ends.get(id)) : Buffer.from(text, 'latin1')
        moved[id] = length
        pieces.push(piece)
        length += piece.length
      }
      const table = latin1(entries, entries + 20 * count).match(/.{20}/gs) ?? []
      const rewritten = table.map((entry, id) =>
        moved[id] === undefined ? entry : String(moved[id]).padStart(10, '0') + entry.slice(10),
      )
      const trailer = latin1(entries + 20 * count).replace(/startxref\s+\d+/, `startxref\n${length}`)
      pieces.push(Buffer.from(head[0] + rewritten.join('') + trailer, 'latin1'))
      return new Uint8Array(Buffer.concat(pieces))
    },
  }
}
