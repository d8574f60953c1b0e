import { dayOf } from './days.js'
import type { Fault } from './faults.js'
import type { Leaf } from './language.js'
import { limitOf, type PolicyLimits } from './limits.js'
import { isDay } from './model.js'

/** What keeps a value from being of a kind that has no members. */
export function leafFault(value: unknown, kind: Leaf, limits: PolicyLimits): Fault | undefined {
  if (isPassed(value, kind)) return undefined
  if (typeof value !== 'string' || typeof kind === 'object' || kind === 'whole') {
    return ['POLICY_TYPE', value, kind]
  }
  const limit = kind === 'name' ? 'name' : 'text'
  if (value.length > limits[limit]) return ['POLICY_TOO_LARGE', value.length, limitOf(limit, limits)]
  if (kind === 'date' || (kind === 'value' && isDay(value))) {
    return Number.isNaN(dayOf(value)) ? ['POLICY_DATE', value, 'date'] : undefined
  }
  if (kind !== 'value' && value.trim() === '') return ['POLICY_EMPTY']
  return kind === 'name' && forbiddenNames.includes(value) ? ['POLICY_NAME_FORBIDDEN', value] : undefined
}

/** Names that mean something to the programs that read a policy. */
export const forbiddenNames: readonly string[] = ['__proto__', 'constructor', 'prototype']

function isPassed(value: unknown, kind: Leaf): boolean {
  if (typeof kind === 'object') return typeof value === 'string' && kind.words.includes(value)
  if (kind === 'whole') return Number.isSafeInteger(value)
  return kind === 'value' && (Number.isFinite(value) || typeof value === 'boolean')
}
