import type { Figure } from '../figure.js'
import { measureParts } from '../parts.js'

const parts: Readonly<Record<string, readonly string[]>> = {
  sqlite: [],
  postgres: [],
  opening: [],
  streaming: [],
}

/** The stores beside the same work by hand on the same driver. */
export function storage(wanted: readonly string[] = []): Promise<readonly Figure[]> {
  return measureParts('storage', parts, wanted)
}
