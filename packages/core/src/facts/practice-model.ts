import type { FieldModelOf, SubjectModelOf } from '@tirazh/rules'
import type { Text } from '@tirazh/spec'
import { type CatalogueEntry, idsOf } from '../catalogues/catalogue.js'
import { indicatorNoun, metrics } from '../catalogues/metrics.js'
import { adoptionStatuses, certificateLevels, defenceDecisions } from '../catalogues/statuses.js'
import { leanTools } from '../catalogues/tools.js'
import { measureRange } from '../records/measure-range.js'
import { recordNouns } from '../records/nouns.js'
import type { PracticeFacts } from './practice-facts.js'

/** The facts of a practice with their names: what policies about practices are written with. */
export const practiceModel: SubjectModelOf<PracticeFacts> = {
  kind: 'practice',
  label: 'title',
  fields: {
    title: { type: 'text', title: { ru: 'Название', en: 'Title' } },
    author: { type: 'code', title: { ru: 'Муниципалитет-автор', en: 'Author municipality' } },
    publishedOn: {
      type: 'date',
      title: { ru: 'Опубликована', en: 'Published' },
      absent: { ru: 'не указана дата публикации', en: 'the date of publication is missing' },
    },
    sphere: { type: 'text', title: { ru: 'Сфера', en: 'Sphere' } },
  },
  relations: {
    adoptions: {
      kind: 'adoption',
      title: { ru: 'Внедрения', en: 'Adoptions' },
      noun: recordNouns.adoption,
      label: 'basis',
      fields: {
        municipality: { type: 'code', title: { ru: 'Муниципалитет', en: 'Municipality' } },
        status: { type: 'text', title: { ru: 'статус', en: 'status' }, words: words(adoptionStatuses) },
        plannedOn: { type: 'date', title: { ru: 'запланировано', en: 'planned' } },
        startedOn: { type: 'date', title: { ru: 'начато', en: 'started' } },
        implementedOn: {
          type: 'date',
          title: { ru: 'внедрено', en: 'implemented' },
          absent: { ru: 'не указана дата внедрения', en: 'the date of implementation is missing' },
        },
        confirmedOn: {
          type: 'date',
          title: { ru: 'подтверждено', en: 'confirmed' },
          absent: { ru: 'не указана дата подтверждения', en: 'the date of confirmation is missing' },
        },
        endedOn: { type: 'date', title: { ru: 'прекращено', en: 'ended' } },
        basis: { type: 'text', title: { ru: 'основание', en: 'basis' } },
        fidelity: {
          type: 'share',
          decimals: 4,
          max: 1,
          title: { ru: 'соответствие ядру', en: 'fidelity to the core' },
        },
      },
    },
    tools: {
      kind: 'project',
      title: { ru: 'Инструменты исходного проекта', en: 'Lean tools of the source project' },
      noun: {
        ru: { one: 'инструмент', few: 'инструмента', many: 'инструментов' },
        en: { one: 'tool', other: 'tools' },
      },
      label: 'tool',
      fields: { tool: { type: 'text', title: { ru: 'инструмент', en: 'tool' }, words: words(leanTools) } },
    },
    indicators: {
      kind: 'project',
      title: { ru: 'Показатели исходного проекта', en: 'Indicators of the source project' },
      noun: indicatorNoun,
      label: 'metric',
      fields: {
        metric: { type: 'text', title: { ru: 'показатель', en: 'metric' }, words: words(metrics) },
        better: {
          type: 'number',
          decimals: 0,
          max: 1,
          title: { ru: 'знак улучшения (−1: лучше меньше)', en: 'sign of improvement (−1: lower is better)' },
        },
        base: {
          type: 'number',
          ...measureRange,
          title: { ru: 'база', en: 'base' },
          absent: { ru: 'не указана база', en: 'the base is missing' },
        },
        target: { type: 'number', ...measureRange, title: { ru: 'цель', en: 'target' } },
        result: {
          type: 'number',
          ...measureRange,
          title: { ru: 'факт', en: 'result' },
          absent: { ru: 'не указан факт', en: 'the result is missing' },
        },
        resultOn: { type: 'date', title: { ru: 'дата факта', en: 'date of the result' } },
      },
    },
    checks: {
      kind: 'check',
      title: { ru: 'Партнёрские проверки', en: 'Partner checks' },
      noun: {
        ru: { one: 'проверка', few: 'проверки', many: 'проверок' },
        en: { one: 'check', other: 'checks' },
      },
      through: { defence: 'defence' },
      fields: {
        heldOn: { type: 'date', title: { ru: 'дата проверки', en: 'date of the check' } },
        assessorMunicipalities: {
          type: 'number',
          decimals: 0,
          max: 1000,
          title: { ru: 'муниципалитетов у проверяющих', en: 'municipalities of the assessors' },
          absent: { ru: 'не указаны проверяющие', en: 'the assessors are missing' },
        },
        authorAssesses: {
          type: 'boolean',
          title: { ru: 'автор среди проверяющих', en: 'the author is among the assessors' },
          absent: { ru: 'не указаны проверяющие', en: 'the assessors are missing' },
        },
        block1: block(1),
        block2: block(2),
        block3: block(3),
        block4: block(4),
        block5: block(5),
        signedByBoth: {
          type: 'boolean',
          title: { ru: 'подписано обеими сторонами', en: 'signed by both sides' },
          absent: {
            ru: 'не указано, подписано ли обеими сторонами',
            en: 'it is not recorded whether both sides signed',
          },
        },
        openFindings: {
          type: 'number',
          decimals: 0,
          max: 1_000_000,
          title: { ru: 'открытых замечаний', en: 'open findings' },
          absent: { ru: 'не указано число открытых замечаний', en: 'the number of open findings is missing' },
        },
        defence: { type: 'text', title: { ru: 'защита после проверки', en: 'defence after the check' } },
        defendedOn: { type: 'date', title: { ru: 'дата защиты после проверки', en: 'date of that defence' } },
      },
    },
    defences: {
      kind: 'defence',
      title: { ru: 'Защиты', en: 'Defences' },
      noun: recordNouns.defence,
      fields: {
        level: { type: 'text', title: { ru: 'уровень', en: 'level' }, words: words(certificateLevels) },
        heldOn: { type: 'date', title: { ru: 'дата защиты', en: 'date of the defence' } },
        decision: { type: 'text', title: { ru: 'решение', en: 'decision' }, words: words(defenceDecisions) },
      },
    },
    certificates: {
      kind: 'certificate',
      title: { ru: 'Сертификаты', en: 'Certificates' },
      noun: recordNouns.certificate,
      fields: {
        level: { type: 'text', title: { ru: 'уровень', en: 'level' }, words: words(certificateLevels) },
        issuedOn: { type: 'date', title: { ru: 'выдан', en: 'issued' } },
        revokedOn: { type: 'date', title: { ru: 'отозван', en: 'revoked' } },
      },
    },
  },
}

function words<Id extends string>(catalogue: Readonly<Record<Id, CatalogueEntry>>): Record<Id, Text> {
  const named = idsOf(catalogue).map((id) => [id, { ru: catalogue[id].ru, en: catalogue[id].en }])
  return Object.fromEntries(named)
}

function block(number: number): FieldModelOf<number> {
  return {
    type: 'number',
    decimals: 2,
    max: 100,
    title: { ru: `блок ${number}`, en: `block ${number}` },
    absent: { ru: `не указан балл блока ${number}`, en: `the score of block ${number} is missing` },
  }
}
