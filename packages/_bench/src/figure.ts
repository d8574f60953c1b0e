/** One measured figure. */
export interface Figure {
  readonly name: string
  readonly ratio: number
  /** What it is compared with, measured in the same run. */
  readonly comparedWith: string
  /** The ratio it should not exceed; without it and `atLeast` there is no target. */
  readonly target?: number
  /** The ratio it should reach. */
  readonly atLeast?: number
}

/** The figures as lines of a table: name, ratio, compared with, target, met or not. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `× ${ratioText(figure.ratio)}`,
    figure.comparedWith,
    targetText(figure),
    verdict(figure),
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

/** Three digits that say something. */
function ratioText(ratio: number): string {
  if (ratio >= 100) return Math.round(ratio).toLocaleString('en')
  return ratio >= 0.1 || ratio === 0 ? ratio.toFixed(3) : String(Number(ratio.toPrecision(3)))
}

function targetText({ target, atLeast }: Figure): string {
  if (target !== undefined) return `≤ ${target}`
  return atLeast === undefined ? '—' : `≥ ${atLeast.toLocaleString('en')}`
}

function verdict({ ratio, target, atLeast }: Figure): string {
  if (target === undefined && atLeast === undefined) return ''
  // A ratio that is no number meets nothing.
  const isMet = (target === undefined || ratio <= target) && (atLeast === undefined || ratio >= atLeast)
  return isMet ? 'met' : 'NOT MET'
}
