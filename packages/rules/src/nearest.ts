/** The candidate that a mistyped word was probably meant to be: at most every third letter differs. */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const folded = word.slice(0, 40).toLowerCase()
  let least = Math.max(1, Math.floor(folded.length / 3))
  let best: string | undefined
  for (const candidate of candidates) {
    const distance = editDistance(folded, candidate.toLowerCase())
    if (distance > least || (best !== undefined && distance === least)) continue
    least = distance
    best = candidate
  }
  return best
}

/** Letters to insert, remove or replace (Levenshtein). */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (const letter of a) {
    const row = [(above[0] ?? 0) + 1]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (letter === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
