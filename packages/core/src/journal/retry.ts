import type { Retry } from './journal.js'

/**
 * Up to 30 attempts with pauses that grow and differ, so that writers who met once do not meet again.
 * @param random from 0 up to and without 1
 */
export function jitteredRetry(random: () => number = Math.random): Retry {
  return {
    attempts: 30,
    wait: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, random() * Math.min(500, 2 ** attempt))
      }),
  }
}
