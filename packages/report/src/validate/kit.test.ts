import type { Report } from '@tirazh/spec'
import { checkRenderer } from '@tirazh/testkit'
import { expect, test } from 'vitest'
import { reportIssues } from './report-issues.js'

test('every report that renderers are tested with is valid', async () => {
  const reports = new Map<string, Report>()
  await checkRenderer({
    name: 'collector',
    create: () => ({
      ...{ format: 'collector', mediaType: 'text/plain', extension: 'txt' },
      async render(report) {
        const file = JSON.stringify(report)
        reports.set(file, report)
        return file
      },
    }),
  })
  expect(reports.size).toBeGreaterThan(15)
  expect([...reports.values()].flatMap(reportIssues)).toEqual([])
})
