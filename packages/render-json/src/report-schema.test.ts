import { reportIssues } from '@tirazh/report'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anotherKind, changed, isOptional, isRecord, pick, placesIn } from '../../report/test/places.js'
import { randomReport } from '../../report/test/random-report.js'
import { json } from './json.js'
import { reportSchema } from './report-schema.js'

const isReport = new Ajv2020({ strictSchema: true, strictTypes: false }).compile(reportSchema)

test('every file of a valid report keeps to the schema', async () => {
  await fc.assert(
    fc.asyncProperty(randomReport, async (report) => {
      const file = await json().render(report, { omit: () => undefined, link: () => undefined })
      expect(isReport(JSON.parse(file)), JSON.stringify(isReport.errors)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('what the schema refuses is refused by the check of reports, and faults of shape by both', () => {
  fc.assert(
    fc.property(
      randomReport,
      fc.nat(),
      fc.constantFrom('gone', 'of another kind', 'unheard of'),
      (report, seed, fault) => {
        const places = placesIn(JSON.parse(JSON.stringify(report)))
        const broken = brokenAt(report, places, seed, fault)
        expect([isReport(broken), reportIssues(broken).length > 0]).toEqual([false, true])
      },
    ),
    { numRuns: 500 },
  )
})

test.each(['', 0, null, 'слово', -1, 1e300, 0.5, [], {}, [null], '2026-02-30'])(
  'whatever is written in place of something else (%j), the schema refuses nothing that the check lets through',
  (found) => {
    fc.assert(
      fc.property(randomReport, fc.nat(), (report, seed) => {
        const { path } = pick(placesIn(report), seed)
        const other = changed(report, path, found)
        if (reportIssues(other).length === 0) {
          expect(isReport(JSON.parse(JSON.stringify(other))), path.join('/')).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  },
)

test('the schema is plain JSON', () => {
  expect(JSON.parse(JSON.stringify(reportSchema))).toEqual(reportSchema)
})

function brokenAt(
  report: unknown,
  places: ReturnType<typeof placesIn>,
  seed: number,
  fault: string,
): unknown {
  if (fault === 'gone') {
    const required = places.filter(({ parent, key }) => !Array.isArray(parent) && !isOptional(parent, key))
    return changed(report, pick(required, seed).path, undefined)
  }
  if (fault === 'of another kind') {
    const { path, value } = pick(places, seed)
    return changed(report, path, anotherKind(value))
  }
  const objects = places.filter(({ value }) => isRecord(value))
  return changed(report, [...pick(objects, seed).path, 'unheardOf'], 1)
}
