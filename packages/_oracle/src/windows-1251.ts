const decoder = new TextDecoder('windows-1251')

const BYTE_OF: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
)

/** The bytes of a text in windows-1251. Throws TypeError for a character the encoding lacks. */
export function windows1251(text: string): Uint8Array {
  return Uint8Array.from(Array.from(text), (character) => {
    const byte = BYTE_OF.get(character)
    if (byte === undefined) throw new TypeError(`windows-1251 has no «${character}»: write utf-8 instead`)
    return byte
  })
}
