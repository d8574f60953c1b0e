import type { Retry } from './journal.js'

/**
 * Up to 50 attempts with pauses that grow and differ, so that writers who met once do not meet again. They
 * stay short: whoever writes on meanwhile knows the head already, and would win against one that waits long.
 * @param random from 0 up to and without 1
 */
export function jitteredRetry(random: () => number = Math.random): Retry {
  return {
    attempts: 50,
    wait: (attempt) =>
      new Promise((resolve) => {
        setTimeout(resolve, random() * Math.min(100, 2 ** attempt))
      }),
  }
}
