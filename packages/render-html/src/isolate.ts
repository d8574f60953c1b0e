/**
 * The text fenced off, so that no letters around it are reordered by what it holds: writing from right to
 * left stands between isolates, and overrides that it leaves open end with it. Other text as it is.
 */
export function isolated(text: string): string {
  return reordering.test(text) ? `${firstStrong}${balanced(text)}${endOfIsolate}` : text
}

const firstStrong = '\u2068'
const endOfIsolate = '\u2069'
const endOfEmbedding = '\u202c'

/** Letters written from right to left, and the characters that steer the direction of writing. */
const reordering =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** An end without a beginning would close the fence around the text; it is left out. Paragraphs close everything. */
function balanced(text: string): string {
  let open: string[] = []
  let kept = ''
  for (const character of text) {
    if (/[\u2066-\u2068]/.test(character)) open.push(endOfIsolate)
    else if (/[\u202a\u202b\u202d\u202e]/.test(character)) open.push(endOfEmbedding)
    else if (character === endOfEmbedding) {
      if (open.at(-1) !== endOfEmbedding) continue
      open.pop()
    } else if (character === endOfIsolate) {
      const begun = open.lastIndexOf(endOfIsolate)
      if (begun < 0) continue
      // Embeddings that were opened inside an isolate end with it.
      open = open.slice(0, begun)
    }
    kept += character
  }
  return kept + open.toReversed().join('')
}
