const longest = 60

/** Text from a file as a message may show it: at most 60 characters, invisible ones written out. */
export function shown(text: string): string {
  // A character takes at most two units, so a cell of any length costs the same.
  const characters = [...text.slice(0, 2 * longest + 2)]
  const cut = characters.length > longest
  return (cut ? [...characters.slice(0, longest - 1), '…'] : characters).join('').replace(invisible, written)
}

const invisible = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu

function written(character: string): string {
  return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`
}
