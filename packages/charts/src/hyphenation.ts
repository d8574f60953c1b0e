/**
 * A word in parts that fit, with a hyphen between letters. It is broken between syllables where there
 * are any to be found, and anywhere else where not.
 */
export function breakWord(word: string, fits: (part: string) => boolean): readonly string[] {
  const parts: string[] = []
  let rest = [...word]
  while (rest.length > 1 && !fits(rest.join(''))) {
    const end = endOfPart(rest, fits)
    parts.push(hyphened(rest.slice(0, end)))
    rest = rest.slice(end)
  }
  return rest.length === 0 ? parts : [...parts, rest.join('')]
}

/** How many letters of a word that is too long stay before the break; at least one. */
function endOfPart(letters: readonly string[], fits: (part: string) => boolean): number {
  let most = 1
  while (most < letters.length - 1 && fits(hyphened(letters.slice(0, most + 1)))) most++
  for (let end = most; end >= 2 && end > most - 6; end--) {
    if (isBreak(letters, end)) return end
  }
  return most
}

/** With a hyphen after a letter, and with nothing else after any other sign. */
function hyphened(letters: readonly string[]): string {
  // After a digit a hyphen would be read as a minus.
  return `${letters.join('')}${letter.test(letters.at(-1) ?? '') ? '-' : ''}`
}

const vowel = /^[аеёиоуыэюяaeiouy]$/i
const consonant = /^[бвгджзклмнпрстфхцчшщbcdfghjklmnpqrstvwxz]$/i
const letter = /^\p{L}$/u

/** After a hyphen, before a syllable, or between two consonants; never for a single letter. */
function isBreak(letters: readonly string[], end: number): boolean {
  const [before = '', after = '', next = ''] = letters.slice(end - 1, end + 2)
  if (before === '-') return true
  if (![letters[end - 2] ?? '', before, after, next].every((sign) => letter.test(sign))) return false
  if (!letters.slice(0, end).some((sign) => vowel.test(sign))) return false
  return consonant.test(after) && vowel.test(next) && !/^[ъь]$/.test(next)
}
