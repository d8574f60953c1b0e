/** 1 to 3, as Word counts: the title of the document stands above them. */
export type Level = 1 | 2 | 3

/** Gives each heading a level at most one below the heading before it, so that no level is skipped. */
export function headingLevels(): (asked: 2 | 3 | 4) => Level {
  let last: 0 | Level = 0
  return (asked) => {
    const next: Level = last === 0 ? 1 : last === 1 ? 2 : 3
    const wanted: Level = asked === 2 ? 1 : asked === 3 ? 2 : 3
    last = wanted < next ? wanted : next
    return last
  }
}
