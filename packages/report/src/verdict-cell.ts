import type { Snapshot } from '@tirazh/core'
import { explain } from '@tirazh/rules'
import type { Formats, PlainDate, StatusValue, UnknownValue } from '@tirazh/spec'
import { recordGroup } from './nouns.js'

/**
 * What a policy says about a practice, as a cell: the word, why in a sentence, and the way to the passport
 * that explains it step by step. Where the policy is not about the practice, the reason stands in words.
 * @throws POLICY_UNKNOWN, RECORD_UNKNOWN
 */
export function verdictCell(
  snapshot: Snapshot,
  {
    policy,
    practice,
    asOf,
  }: { readonly policy: string; readonly practice: string; readonly asOf: PlainDate },
  f: Formats,
): StatusValue | UnknownValue {
  const verdict = snapshot.assess(policy, practice, { asOf })
  const { summary } = explain(verdict, f.locale)
  if (verdict.standing !== 'applies') return { as: 'unknown', text: summary }
  return {
    as: 'status',
    status: verdict.status,
    text: f.truth(verdict.status),
    basis: {
      rule: summary,
      records: [recordGroup('practice', [practice])],
      report: `passport/${practice}`,
    },
  }
}
