import { type DataIssue, TirazhError } from '@tirazh/spec'

/** @throws RECORD_INVALID with every issue, if there is one */
export function refuse(issues: readonly DataIssue[]): void {
  const [first] = issues
  if (first === undefined) return
  const more = issues.length > 1 ? ` and ${issues.length - 1} more` : ''
  throw new TirazhError(
    'RECORD_INVALID',
    `The records cannot be saved: ${first.path.join('.')}: ${first.message.en}${more}`,
    { issues },
  )
}
