import type { PlainDate } from '@tirazh/spec'
import fc from 'fast-check'
import { metrics } from '../src/catalogues/metrics.js'
import { emptyRegister } from '../src/fixture.js'
import type { Records } from '../src/index.js'

const codes = ['22600001', '22600002', '22600003', '22600004', '22600005'] as const
const code = fc.constantFrom(...codes)
export const days: fc.Arbitrary<PlainDate> = fc.constantFrom(
  '1900-01-01',
  '1969-12-31',
  '2000-02-29',
  '2023-12-31',
  '2024-01-01',
  '2024-02-29',
  '2024-03-01',
  '2199-12-31',
)
const place = fc.nat({ max: 3 })
const decimal = fc.oneof(
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e13, max: 1e13 }).map((units) => units / 1e4),
  fc.constantFrom(0.0001, 3.45, 3.51, 3.53, 0.1, 1e9, -1e9, 999999999.9999),
)
const score = fc.oneof(
  fc.constantFrom(null, 0, 16, 20, 18.125, 3.45, 3.51, 9.99999999999999, 16.0000000000001, 1e-7, 0.01, 12.5),
  fc.integer({ min: 0, max: 2000 }).map((units) => units / 100),
)
const share = fc.oneof(
  fc.constantFrom(0, 1, 0.5, 0.12345, 1e-7, 0.0001, 0.3333),
  fc.integer({ min: 0, max: 10_000 }).map((units) => units / 1e4),
)
const requiredKeys = <T>(
  model: { readonly [K in keyof T]: fc.Arbitrary<T[K]> },
  requires: readonly (keyof T)[],
) => fc.record(model, { requiredKeys: [...requires] as never })

/** Valid records, in whatever order and combination; each belongs to one of a few. */
/** Small registers in which everything that can be missing is missing at times. */
export const registers: fc.Arbitrary<Records> = fc
  .record({
    steps: fc.array(fc.option(fc.record({ to: place, on: days }), { nil: undefined }), {
      minLength: 5,
      maxLength: 5,
    }),
    projects: fc.array(
      requiredKeys(
        {
          tools: fc.uniqueArray(fc.constantFrom('five-s', 'standard-work', 'visual-management'), {
            maxLength: 3,
          }),
          indicators: fc.uniqueArray(
            requiredKeys(
              {
                metric: fc.constantFrom(...(Object.keys(metrics) as (keyof typeof metrics)[])),
                unit: fc.constant('percent'),
                base: decimal,
                target: decimal,
                result: decimal,
                resultOn: days,
              },
              ['metric', 'unit'],
            ),
            { maxLength: 3, selector: ({ metric }) => metric },
          ),
        },
        [],
      ),
      { minLength: 1, maxLength: 4 },
    ),
    practices: fc.array(
      requiredKeys(
        { project: place, author: code, publishedOn: days, sphere: fc.constantFrom('Ё\ud7ff', 'b') },
        ['project', 'author'],
      ),
      { minLength: 1, maxLength: 4 },
    ),
    adoptions: fc.array(
      requiredKeys(
        {
          practice: place,
          municipality: code,
          status: fc.constantFrom('planned', 'in-progress', 'implemented', 'declined'),
          plannedOn: days,
          startedOn: days,
          implementedOn: days,
          confirmedOn: days,
          endedOn: days,
          basis: fc.constantFrom('№ 1', '\ud7ff'),
          fidelity: share,
        },
        ['practice', 'municipality', 'status'],
      ),
      { maxLength: 8 },
    ),
    checks: fc.array(
      requiredKeys(
        {
          practice: place,
          heldOn: days,
          assessors: fc.array(code, { maxLength: 4 }),
          blocks: fc.array(score, { minLength: 5, maxLength: 5 }),
          signedByBoth: fc.boolean(),
          openFindings: fc.constantFrom(0, 1, 1_000_000, 1_000_001, Number.MAX_SAFE_INTEGER),
        },
        ['practice', 'heldOn', 'blocks'],
      ),
      { maxLength: 4 },
    ),
    defences: fc.array(
      fc.record({
        practice: place,
        level: fc.constantFrom('regional', 'federal'),
        heldOn: days,
        decision: fc.constantFrom('passed', 'failed'),
      }),
      { maxLength: 8 },
    ),
    certificates: fc.array(
      requiredKeys(
        { practice: place, level: fc.constantFrom('regional', 'federal'), issuedOn: days, revokedOn: days },
        ['practice', 'level', 'issuedOn'],
      ),
      { maxLength: 4 },
    ),
  })
  .map(({ steps, projects, practices, ...rest }) => {
    const nth = (letter: string, index: number, of: readonly unknown[]): string =>
      `${letter}-${index % of.length}`
    const ofPractices = (letter: string, rows: readonly { readonly practice: number }[]) =>
      rows.map((row, index) => ({
        ...row,
        id: `${letter}-${index}`,
        practice: nth('ПР', row.practice, practices),
      }))
    // Only later codes succeed: there are no circles.
    const municipality = codes.map((id, index) => {
      const [step, to] = [steps[index], codes[index + 1 + (steps[index]?.to ?? 0)]]
      const end = step === undefined || to === undefined ? {} : { dissolvedOn: step.on, successor: to }
      return { id, name: id, type: 'municipal-okrug', ...end }
    })
    return {
      ...emptyRegister,
      municipality,
      project: projects.map((each, index) => ({
        ...each,
        id: `П-${index}`,
        title: 'П',
        municipality: codes[0],
      })),
      practice: practices.map(({ project, ...each }, index) => {
        return { ...each, id: `ПР-${index}`, title: 'ПР', sourceProject: nth('П', project, projects) }
      }),
      adoption: ofPractices('Т', rest.adoptions),
      check: ofPractices('ПП', rest.checks),
      defence: ofPractices('З', rest.defences),
      certificate: ofPractices('Р', rest.certificates),
    } as unknown as Records
  })
