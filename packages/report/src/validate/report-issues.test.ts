import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anotherKind, changed, isOptional, isRecord, pick, placesIn } from '../../test/places.js'
import { randomReport } from '../../test/random-report.js'
import { reportIssues } from './report-issues.js'

describe('a report made at random', () => {
  test('has no issues, also when it comes from a file', () => {
    fc.assert(
      fc.property(randomReport, (one) => {
        expect(reportIssues(one)).toEqual([])
        expect(reportIssues(JSON.parse(JSON.stringify(one)))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('has an issue at any one required field that is taken away', () => {
    fc.assert(
      fc.property(randomReport, fc.nat(), (one, seed) => {
        const place = pick(
          placesIn(one).filter(({ parent, key }) => !Array.isArray(parent) && !isOptional(parent, key)),
          seed,
        )
        const issues = reportIssues(changed(one, place.path, undefined))
        expect(issues).toContainEqual(
          expect.objectContaining({ code: 'REPORT_FIELD_MISSING', path: place.path }),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('has an issue at any one field, required or not, that holds something of another kind', () => {
    fc.assert(
      fc.property(randomReport, fc.nat(), (one, seed) => {
        const place = pick(placesIn(one), seed)
        const issues = reportIssues(changed(one, place.path, anotherKind(place.value)))
        expect(issues.map(({ path }) => path)).toContainEqual(place.path)
      }),
      { numRuns: 500 },
    )
  })

  test('has an issue at any one field that the model does not have', () => {
    fc.assert(
      fc.property(randomReport, fc.nat(), (one, seed) => {
        const objects = placesIn(one).filter(({ value }) => isRecord(value))
        const at = [...pick(objects, seed).path, 'unheardOf']
        expect(reportIssues(changed(one, at, 1))).toEqual([
          expect.objectContaining({ code: 'REPORT_FIELD_UNKNOWN', path: at }),
        ])
      }),
      { numRuns: 200 },
    )
  })

  test('without any one of its optional fields is as good as before', () => {
    fc.assert(
      fc.property(randomReport, fc.nat(), (one, seed) => {
        // Without its unit a value would no longer be like its plan.
        const places = placesIn(one).filter(({ parent, key }) => isOptional(parent, key) && key !== 'unit')
        fc.pre(places.length > 0)
        expect(reportIssues(changed(one, pick(places, seed).path, undefined))).toEqual([])
      }),
      { numRuns: 200 },
    )
  })
})

test('what is no report at all is told in one sentence', () => {
  for (const found of [null, undefined, 'доклад', 7, [], () => 1]) {
    expect(reportIssues(found)).toMatchObject([{ code: 'REPORT_TYPE', path: [] }])
  }
})
