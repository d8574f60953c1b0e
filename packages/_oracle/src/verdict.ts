export type Verdict = 'met' | 'unknown' | 'unmet'

/** `unmet` wins; of nothing it is met. */
export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('unmet')) return 'unmet'
  return verdicts.includes('unknown') ? 'unknown' : 'met'
}

/** `met` wins; of nothing it is unmet. */
export function any(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('met')) return 'met'
  return verdicts.includes('unknown') ? 'unknown' : 'unmet'
}

export function verdict(holds: boolean): Verdict {
  return holds ? 'met' : 'unmet'
}
