import type { Key } from '@tirazh/spec'

/** The bytes of UTF-8 that each part of a key may have: together as many as InnoDB can index. */
export const keyBytes = { kind: 512, space: 512, id: 2048 } as const

/** @throws TypeError where a part of a key is longer than its column, which some servers would cut */
export function checkKeys(keys: readonly Key[]): void {
  for (const key of keys) {
    for (const part of parts) {
      if (key[part].length * 3 <= keyBytes[part]) continue
      const bytes = encoder.encode(key[part]).length
      if (bytes <= keyBytes[part]) continue
      throw new TypeError(
        `The ${part} of a key may have ${keyBytes[part]} bytes of UTF-8, not ${bytes}; shorten ` +
          `${JSON.stringify(`${key[part].slice(0, 40)}…`)}`,
      )
    }
  }
}

const parts = ['kind', 'space', 'id'] as const
const encoder = new TextEncoder()
