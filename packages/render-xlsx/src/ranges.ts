/** `A3:F20`: rows and the last column from 0; the first column is A. */
export function rangeOf(first: number, last: number, column: number): string {
  return `A${first + 1}:${letters(column)}${last + 1}`
}

function letters(column: number): string {
  const rest = Math.floor(column / 26)
  return (rest === 0 ? '' : letters(rest - 1)) + String.fromCharCode(65 + (column % 26))
}
