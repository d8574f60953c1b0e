import { practiceModel } from '@tirazh/core'
import {
  add,
  all,
  any,
  asOf,
  change,
  count,
  eq,
  gte,
  inForce,
  known,
  labelled,
  lte,
  multiply,
  not,
  policy,
} from '@tirazh/rules'
import type { Policy } from '@tirazh/spec'
import { published } from './published.js'
import { always, sdkDefault } from './sdk-default.js'

/**
 * A practice may have the regional certificate when its project used enough lean tools and improved
 * something, and a partner check found it good before a commission accepted its defence.
 *
 * The press names the two gates, the partner check and the defence (kadrsov.ru, December 2025). The
 * thresholds are ours: 16 of 20 in each block and 80 of 100 follow the 80 % that Rosatom's
 * partner checks ask for in every indicator (v-pravda.ru/2020/02/26).
 */
export const regional: Policy = policy(practiceModel, {
  id: 'regional',
  title: { ru: 'Право на региональный сертификат', en: 'Eligibility for the regional certificate' },
  from: always,
  params: {
    minTools: inForce(
      { [always]: 3 },
      { title: { ru: 'Инструментов, не менее', en: 'Lean tools, at least' }, origin: sdkDefault },
    ),
    minImprovement: inForce(
      { [always]: 0.1 },
      {
        title: { ru: 'Улучшение показателя, не менее', en: 'Improvement of an indicator, at least' },
        origin: sdkDefault,
        shownAs: 'share',
      },
    ),
    minAssessors: inForce(
      { [always]: 2 },
      {
        title: { ru: 'Муниципалитетов у проверяющих, не менее', en: 'Municipalities of assessors, at least' },
        origin: sdkDefault,
      },
    ),
    minBlock: inForce(
      { [always]: 16 },
      { title: { ru: 'Балл блока, не менее', en: 'Score of a block, at least' }, origin: sdkDefault },
    ),
    minTotal: inForce(
      { [always]: 80 },
      { title: { ru: 'Сумма баллов, не менее', en: 'Total score, at least' }, origin: sdkDefault },
    ),
  },
  applies: published,
  rule: (practice, { minTools, minImprovement, minAssessors, minBlock, minTotal }) =>
    all(
      labelled(
        'tools',
        { ru: 'инструменты исходного проекта', en: 'lean tools of the source project' },
        gte(count(practice.tools, { distinct: (row) => row.tool }), minTools),
      ),
      labelled(
        'improvement',
        { ru: 'улучшенные показатели исходного проекта', en: 'improved indicators of the source project' },
        gte(
          count(practice.indicators, {
            where: (indicator) =>
              all(
                labelled(
                  'measured',
                  { ru: 'измерено к отчётной дате', en: 'measured by the date' },
                  any(not(known(indicator.resultOn)), lte(indicator.resultOn, asOf)),
                ),
                labelled(
                  'improved',
                  { ru: 'улучшение', en: 'improvement' },
                  gte(multiply(change(indicator.base, indicator.result), indicator.better), minImprovement),
                ),
              ),
          }),
          1,
        ),
      ),
      labelled(
        'attested',
        {
          ru: 'успешные проверки с защитой после них',
          en: 'successful checks followed by a passed defence',
        },
        gte(
          count(practice.checks, {
            where: (check) =>
              all(
                lte(check.heldOn, asOf),
                gte(check.assessorMunicipalities, minAssessors),
                eq(check.authorAssesses, false),
                gte(check.block1, minBlock),
                gte(check.block2, minBlock),
                gte(check.block3, minBlock),
                gte(check.block4, minBlock),
                gte(check.block5, minBlock),
                labelled(
                  'total',
                  { ru: 'сумма баллов', en: 'total score' },
                  gte(add(check.block1, check.block2, check.block3, check.block4, check.block5), minTotal),
                ),
                eq(check.signedByBoth, true),
                eq(check.openFindings, 0),
                labelled(
                  'defended',
                  {
                    ru: 'региональная защита не раньше проверки и не позже отчётной даты',
                    en: 'a regional defence no earlier than the check and no later than the date',
                  },
                  all(known(check.defendedOn), lte(check.defendedOn, asOf)),
                ),
              ),
          }),
          1,
        ),
      ),
    ),
})
