import { practiceModel, recordNouns } from '@tirazh/core'
import {
  all,
  any,
  asOf,
  count,
  gt,
  gte,
  inForce,
  isOneOf,
  known,
  labelled,
  lte,
  ne,
  not,
  policy,
  successor,
} from '@tirazh/rules'
import type { Policy } from '@tirazh/spec'
import { published } from './published.js'
import { always, sdkDefault } from './sdk-default.js'

/**
 * A practice is replicated when it is in use in enough different municipalities. Two predecessors of
 * one municipality count once. An adoption reported as implemented without a date may be in use: it
 * makes the answer uncertain instead of being counted or forgotten.
 *
 * The number 15 is how the programme describes its result of December 2025: «170 практик… не менее чем
 * в 15 муниципальных округах» (kadrsov.ru, niann.ru/?id=631715). It is not a norm of any regulation.
 */
export const replication: Policy = policy(practiceModel, {
  id: 'replication',
  title: { ru: 'Тиражирование практики', en: 'Replication of a practice' },
  from: always,
  params: {
    minMunicipalities: inForce(
      { [always]: 15 },
      {
        title: { ru: 'Муниципалитетов, не менее', en: 'Municipalities, at least' },
        origin: sdkDefault,
      },
    ),
  },
  applies: published,
  rule: (practice, { minMunicipalities }) =>
    gte(
      count(practice.adoptions, {
        distinct: (adoption) => successor(adoption.municipality, asOf),
        noun: recordNouns.municipality,
        where: (adoption) =>
          all(
            isOneOf(adoption.status, ['implemented', 'in-progress']),
            labelled(
              'dated',
              {
                ru: 'у внедряемой практики указана дата внедрения',
                en: 'an adoption in progress has a date',
              },
              // Only a reported implementation may lack its date and still count as possible.
              any(known(adoption.implementedOn), ne(adoption.status, 'in-progress')),
            ),
            lte(adoption.implementedOn, asOf),
            labelled(
              'not-ended',
              { ru: 'не прекращено к отчётной дате', en: 'not ended by the date' },
              any(not(known(adoption.endedOn)), gt(adoption.endedOn, asOf)),
            ),
          ),
      }),
      minMunicipalities,
    ),
})
