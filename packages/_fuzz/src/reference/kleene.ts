/** Met 2, unknown 1, unmet 0. */
export type Code = 0 | 1 | 2

/** Kleene's strong three-valued logic: the answer is unknown only where both answers are still open. */
export function conjunction(codes: readonly Code[]): Code {
  if (codes.includes(0)) return 0
  return codes.includes(1) ? 1 : 2
}

export function disjunction(codes: readonly Code[]): Code {
  if (codes.includes(2)) return 2
  return codes.includes(1) ? 1 : 0
}

export function negation(code: Code): Code {
  return code === 2 ? 0 : code === 0 ? 2 : 1
}

/** At least `count` of the codes are met. */
export function threshold(count: number, codes: readonly Code[]): Code {
  const met = codes.filter((code) => code === 2).length
  const open = codes.filter((code) => code === 1).length
  return met >= count ? 2 : met + open >= count ? 1 : 0
}
