import { z } from 'zod'
import { metrics, units } from '../catalogues/metrics.js'
import {
  adoptionStatuses,
  certificateLevels,
  defenceDecisions,
  municipalityTypes,
  projectResults,
} from '../catalogues/statuses.js'
import { leanTools } from '../catalogues/tools.js'
import {
  amount,
  date,
  datesSwapped,
  decimal,
  id,
  inOrder,
  line,
  measure,
  oktmo,
  optional,
  wholeCount,
  word,
} from './fields.js'
import { problem, type Schema, schema } from './schema.js'
import type {
  Adoption,
  Certificate,
  ClusterMember,
  Defence,
  Factory,
  Indicator,
  Municipality,
  PartnerCheck,
  Practice,
  Project,
  RecordKind,
  RecordTypes,
} from './types.js'

/** The schema of every kind of record. */
export const schemas: { readonly [Kind in RecordKind]: Schema<RecordTypes[Kind]> } = {
  municipality: schema<Municipality>(
    'municipality',
    z
      .strictObject({
        id: oktmo,
        name: line,
        type: word(municipalityTypes),
        checkDigit: optional(wholeCount),
        population: optional(wholeCount),
        existsFrom: optional(date),
        dissolvedOn: optional(date),
        successor: optional(oktmo),
      })
      .superRefine(inOrder<Municipality>(['existsFrom', 'dissolvedOn']))
      .superRefine((record, context) => {
        if (record.successor === undefined || record.dissolvedOn !== undefined) return
        context.addIssue({
          code: 'custom',
          path: ['dissolvedOn'],
          ...problem(
            'SUCCESSION_UNDATED',
            'Правопреемник указан, а день, с которого он действует, — нет: укажите первый день, когда муниципалитета уже нет.',
            'There is a successor but no day: give the first day on which the municipality no longer exists.',
          ),
        })
      }),
  ),
  factory: schema<Factory>(
    'factory',
    z
      .strictObject({
        id,
        name: line,
        municipality: oktmo,
        openedOn: date,
        closedOn: optional(date),
        cluster: z.array(
          z
            .strictObject({ municipality: oktmo, from: optional(date), until: optional(date) })
            .superRefine(inOrder<ClusterMember>(['from', 'until'])),
        ),
      })
      .superRefine(inOrder<Factory>(['openedOn', 'closedOn'])),
  ),
  project: schema<Project>(
    'project',
    z
      .strictObject({
        id,
        title: line,
        municipality: oktmo,
        organisation: optional(line),
        process: optional(line),
        factory: optional(id),
        sphere: optional(line),
        result: optional(word(projectResults)),
        openedOn: optional(date),
        diagnosedOn: optional(date),
        implementedOn: optional(date),
        closedOn: optional(date),
        monitoredOn: optional(date),
        tools: optional(z.array(word(leanTools))),
        indicators: optional(z.array(indicator())),
      })
      .superRefine(inOrder<Project>(['openedOn', 'diagnosedOn', 'implementedOn', 'closedOn', 'monitoredOn']))
      .superRefine((record, context) => {
        const seen = new Set<string>()
        record.indicators?.forEach(({ metric }, index) => {
          if (!seen.has(metric)) {
            seen.add(metric)
            return
          }
          context.addIssue({
            code: 'custom',
            path: ['indicators', index, 'metric'],
            ...problem(
              'INDICATOR_REPEATED',
              'Этот показатель у проекта уже есть: оставьте одну строку.',
              'The project already has this indicator: keep one of the two.',
            ),
          })
        })
      }),
  ),
  practice: schema<Practice>(
    'practice',
    z.strictObject({
      id,
      title: line,
      sourceProject: id,
      author: oktmo,
      publishedOn: optional(date),
      sphere: optional(line),
    }),
  ),
  adoption: schema<Adoption>(
    'adoption',
    z
      .strictObject({
        id,
        practice: id,
        municipality: oktmo,
        status: word(adoptionStatuses),
        plannedOn: optional(date),
        startedOn: optional(date),
        implementedOn: optional(date),
        confirmedOn: optional(date),
        endedOn: optional(date),
        basis: optional(line),
        fidelity: optional(share()),
      })
      .superRefine(inOrder<Adoption>(['plannedOn', 'startedOn', 'implementedOn', 'confirmedOn']))
      .superRefine((record, context) => {
        const { implementedOn, startedOn, endedOn } = record
        const began = implementedOn ?? startedOn
        if (endedOn === undefined || began === undefined || endedOn >= began) return
        context.addIssue({ code: 'custom', path: ['endedOn'], ...datesSwapped(endedOn, began) })
      }),
  ),
  check: schema<PartnerCheck>(
    'check',
    z.strictObject({
      id,
      practice: id,
      heldOn: date,
      assessors: optional(z.array(oktmo)),
      blocks: z.array(z.nullable(blockScore())).length(5),
      signedByBoth: optional(z.boolean()),
      openFindings: optional(wholeCount),
    }),
  ),
  defence: schema<Defence>(
    'defence',
    z.strictObject({
      id,
      practice: id,
      level: word(certificateLevels),
      heldOn: date,
      decision: word(defenceDecisions),
    }),
  ),
  certificate: schema<Certificate>(
    'certificate',
    z
      .strictObject({
        id,
        practice: id,
        level: word(certificateLevels),
        issuedOn: date,
        issuer: optional(line),
        check: optional(id),
        defence: optional(id),
        revokedOn: optional(date),
      })
      .superRefine(inOrder<Certificate>(['issuedOn', 'revokedOn'])),
  ),
}

function indicator(): z.ZodType<Indicator> {
  return z
    .strictObject({
      metric: word(metrics),
      unit: word(units),
      base: optional(measure),
      target: optional(measure),
      ideal: optional(measure),
      result: optional(measure),
      baseOn: optional(date),
      resultOn: optional(date),
      yearlyVolume: optional(amount),
      method: optional(line),
      source: optional(line),
      sample: optional(wholeCount),
    })
    .superRefine(inOrder<Indicator>(['baseOn', 'resultOn']))
    .superRefine((record, context) => {
      const allowed = metrics[record.metric].units
      if (allowed.includes(record.unit)) return
      const names = allowed.map((unit) => units[unit])
      context.addIssue({
        code: 'custom',
        path: ['unit'],
        ...problem(
          'INDICATOR_UNIT',
          `Для показателя «${metrics[record.metric].ru}» подходят: ${names.map((name) => name.ru).join(', ')}.`,
          `'${metrics[record.metric].en}' is measured in: ${names.map((name) => name.en).join(', ')}.`,
        ),
      })
    })
}

function share(): z.ZodType<number> {
  return decimal.refine(
    (value) => value >= 0 && value <= 1,
    problem('RECORD_SHARE', 'Доля — от 0 до 100 %.', 'A share is between 0 and 100 per cent.'),
  )
}

/** 5 blocks × 20 points, as in the self-check «Здоровье бизнеса» of the regional competence centres. */
function blockScore(): z.ZodType<number> {
  return decimal.refine(
    (value) => value >= 0 && value <= 20,
    problem('CHECK_SCORE', 'Балл блока — от 0 до 20.', 'The score of a block is between 0 and 20.'),
  )
}
