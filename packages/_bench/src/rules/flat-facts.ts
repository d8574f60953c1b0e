import { plainDate } from '@tirazh/core'
import { all, asOf, eq, gte, isOneOf, lte, policy, type SubjectModelOf } from '@tirazh/rules'
import type { PlainDate, Policy } from '@tirazh/spec'
import { chance } from './chance.js'

/** A review as one flat record with nothing missing: what every engine of rules can judge. */
export type Review = {
  readonly id: string
  readonly status: string
  readonly score: number
  readonly heldOn: PlainDate
  readonly openFindings: number
  readonly signed: boolean
  readonly level: string
}

const title = { ru: 'Приём', en: 'Acceptance' }

export const reviewModel: SubjectModelOf<Review> = {
  kind: 'review',
  label: 'id',
  fields: {
    status: { type: 'text', title },
    score: { type: 'number', title },
    heldOn: { type: 'date', title },
    openFindings: { type: 'number', title },
    signed: { type: 'boolean', title },
    level: { type: 'text', title },
  },
  relations: {},
}

export const accepted: Policy = policy(reviewModel, {
  id: 'accepted',
  title,
  from: '2000-01-01',
  params: {},
  rule: (review) =>
    all(
      isOneOf(review.status, ['implemented', 'in-progress']),
      gte(review.score, 80),
      lte(review.heldOn, asOf),
      eq(review.openFindings, 0),
      eq(review.signed, true),
      eq(review.level, 'regional'),
    ),
})

/** So many reviews of which a fifth passes; the others fail at any of the conditions. */
export function reviews(count: number): readonly Review[] {
  const { whole, happens } = chance(3)
  return Array.from({ length: count }, (_, index) => ({
    id: `ПП-${index}`,
    status: happens(0.4) ? 'implemented' : happens(0.6) ? 'in-progress' : 'declined',
    score: happens(0.75) ? whole(160, 200) / 2 : whole(100, 159) / 2,
    heldOn: plainDate(`202${whole(0, 6)}-0${whole(1, 9)}-${whole(10, 28)}`),
    openFindings: happens(0.8) ? 0 : whole(1, 5),
    signed: happens(0.85),
    level: happens(0.8) ? 'regional' : 'federal',
  }))
}
