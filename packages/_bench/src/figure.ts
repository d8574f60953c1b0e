/** One measured figure. */
export interface Figure {
  readonly name: string
  readonly ratio: number
  /** What it is compared with, measured in the same run. */
  readonly comparedWith: string
  /** The ratio it should not exceed; absent where there is no target. */
  readonly target?: number
}

/** The figures as lines of a table: name, ratio, compared with, target, met or not. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, ratio, comparedWith, target }) => [
    name,
    `× ${ratio.toFixed(3)}`,
    comparedWith,
    target === undefined ? '—' : `≤ ${target}`,
    target === undefined ? '' : ratio <= target ? 'met' : 'NOT MET',
  ])
  const all = [['figure', 'ratio', 'compared with', 'target', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0))) ?? []
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
