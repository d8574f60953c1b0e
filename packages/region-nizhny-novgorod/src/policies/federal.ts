import { practiceModel } from '@tirazh/core'
import { all, any, asOf, count, eq, gt, gte, known, labelled, lte, not, policy, use } from '@tirazh/rules'
import type { Policy } from '@tirazh/spec'
import { published } from './published.js'
import { always } from './sdk-default.js'

/**
 * A practice may have the federal certificate when it meets the regional rule, is replicated, holds a
 * valid regional certificate and has passed a federal defence. That the federal level builds on the
 * regional one is an assumption that a region may replace.
 */
export const federal: Policy = policy(practiceModel, {
  id: 'federal',
  title: { ru: 'Право на федеральный сертификат', en: 'Eligibility for the federal certificate' },
  from: always,
  params: {},
  applies: published,
  rule: (practice) =>
    all(
      use('regional'),
      use('replication'),
      labelled(
        'regional-certificate',
        { ru: 'действующий региональный сертификат', en: 'valid regional certificate' },
        gte(
          count(practice.certificates, {
            where: (certificate) =>
              all(
                eq(certificate.level, 'regional'),
                lte(certificate.issuedOn, asOf),
                labelled(
                  'not-revoked',
                  { ru: 'не отозван к отчётной дате', en: 'not revoked by the date' },
                  any(not(known(certificate.revokedOn)), gt(certificate.revokedOn, asOf)),
                ),
              ),
          }),
          1,
        ),
      ),
      labelled(
        'federal-defence',
        { ru: 'успешная федеральная защита', en: 'passed federal defence' },
        gte(
          count(practice.defences, {
            where: (defence) =>
              all(eq(defence.level, 'federal'), eq(defence.decision, 'passed'), lte(defence.heldOn, asOf)),
          }),
          1,
        ),
      ),
    ),
})
