import type { Truth } from '@tirazh/spec'

/** Kleene's strong three-valued logic: the answer is `unknown` only where both answers are still open. */
export function conjunction(statuses: readonly Truth[]): Truth {
  if (statuses.includes('unmet')) return 'unmet'
  return statuses.includes('unknown') ? 'unknown' : 'met'
}

export function disjunction(statuses: readonly Truth[]): Truth {
  if (statuses.includes('met')) return 'met'
  return statuses.includes('unknown') ? 'unknown' : 'unmet'
}

export function negation(status: Truth): Truth {
  return status === 'met' ? 'unmet' : status === 'unmet' ? 'met' : 'unknown'
}

/** At least `count` of the statuses are met. */
export function threshold(count: number, statuses: readonly Truth[]): Truth {
  const met = statuses.filter((status) => status === 'met').length
  const open = statuses.filter((status) => status === 'unknown').length
  return met >= count ? 'met' : met + open >= count ? 'unknown' : 'unmet'
}
