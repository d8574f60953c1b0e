import { expect, test } from 'vitest'
import { reportIssues } from './report-issues.js'

test('blocks within blocks are looked at, down to where no page can show them', () => {
  const inside = (levels: number): unknown =>
    levels === 0 ? heading(9) : { type: 'callout', tone: 'note', title: 'x', blocks: [inside(levels - 1)] }
  expect(found(inside(15))).toMatchObject([['REPORT_CHOICE', { length: 33 }]])
  expect(found(inside(16))).toMatchObject([['REPORT_DEPTH', { length: 33 }]])
  expect(found(inside(500))).toMatchObject([['REPORT_DEPTH', { length: 33 }]])
})

test('blocks that lie within themselves are told, not followed', () => {
  const column: unknown[] = []
  column.push({ type: 'columns', columns: [column, column] })
  expect(found({ type: 'columns', columns: [column] })).toEqual([
    ['REPORT_DEPTH', ['blocks', 0, 'columns', 0, 0, 'columns', 0]],
    ['REPORT_DEPTH', ['blocks', 0, 'columns', 0, 0, 'columns', 1]],
  ])
})

function found(block: unknown) {
  const report = {
    ...{ schema: 'report/1', id: 'r', locale: 'ru', title: 'Доклад', issuer: 'Офис', issuedOn: '2026-10-05' },
    provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'test', policies: [] },
    blocks: [block],
  }
  return reportIssues(report).map(({ code, path }) => [code, path])
}

function heading(level: number) {
  return { type: 'heading', level, text: 'Итог' }
}
