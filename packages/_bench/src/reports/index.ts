import type { Figure } from '../figure.js'
import { measureParts } from '../parts.js'

const parts: Readonly<Record<string, readonly string[]>> = {
  html: [],
  pdf: [],
  certificates: [],
  xlsx: [],
}

/** Files of reports beside the same content made by others. */
export function reports(wanted: readonly string[] = []): Promise<readonly Figure[]> {
  return measureParts('reports', parts, wanted)
}
