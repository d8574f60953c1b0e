import type { Block, Renderer, Report } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { checkRenderer } from './check-renderer.js'
import { rendererCases } from './renderer-cases.js'

type Draw = Renderer<string>['render']

/** Writes every text of a report on a line of its own: the plainest renderer there is. */
const plain: Draw = async ({ title, notice, blocks }) => textsIn([title, notice, blocks]).join('\n')

const rendererOf = (render: Draw): Renderer<string> => ({
  ...{ format: 'plain', mediaType: 'text/plain', extension: 'txt' },
  render,
})

/** Renderers with one fault each, and the case that must find it. */
const faulty: Readonly<Record<string, readonly [() => Renderer, string]>> = {
  'has a dot in its extension': [
    () => ({ ...rendererOf(plain), extension: '.txt' }),
    'facts/say-what-the-file-is',
  ],
  'counts its files': [() => rendererOf(counting()), 'bytes/are-the-same-for-the-same-report'],
  'keeps the last report in a variable': [
    () => rendererOf(sharing()),
    'bytes/of-reports-drawn-at-once-do-not-mix',
  ],
  'sorts the rows of the report itself': [
    () =>
      rendererOf(async (report, context) => {
        for (const block of report.blocks) if (block.type === 'table') (block.rows as unknown[]).reverse()
        return plain(report, context)
      }),
    'input/is-not-changed',
  ],
  'drops callouts in silence': [() => without('callout'), 'blocks/are-drawn-or-listed'],
  'drops what it does not know, with its fallback': [() => without('custom'), 'blocks/are-drawn-or-listed'],
  'lists an omission that is nowhere': [
    () =>
      rendererOf(async (report, context) => {
        context.omit(['blocks', 99], 'cannot be drawn')
        return plain(report, context)
      }),
    'omissions/lead-to-something-and-say-why',
  ],
  'writes in windows-1251': [
    () => rendererOf(async (report, context) => (await plain(report, context)).replace(/[ҐҒ-ӿ]/g, '?')),
    'text/has-the-letters-of-the-region',
  ],
  'takes what looks like markup for markup': [
    () => rendererOf(async (report, context) => (await plain(report, context)).replace(/<script>.*/g, '')),
    'text/stays-what-it-is-whatever-it-looks-like',
  ],
  'fails at an empty table': [
    () =>
      rendererOf(async (report, context) => {
        for (const block of report.blocks)
          if (block.type === 'table') Math.max(...(block.rows[0]?.keys() ?? fail()))
        return plain(report, context)
      }),
    'table/without-rows-is-drawn',
  ],
  'shows twenty rows of each table': [
    () =>
      rendererOf((report, context) => {
        const cut = (block: Block): Block =>
          block.type === 'table' ? { ...block, rows: block.rows.slice(0, 20) } : block
        return plain({ ...report, blocks: report.blocks.map(cut) }, context)
      }),
    'table/of-ten-thousand-rows-is-whole',
  ],
}

test('the plainest renderer passes every case', async () => {
  const results = await checkRenderer({ name: 'plain', create: () => rendererOf(plain) })
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toEqual([])
})

test.each(Object.entries(faulty))('a renderer that %s is found out', async (name, [create, caughtBy]) => {
  const results = await checkRenderer({ name, create })
  expect(results.filter(({ outcome }) => outcome === 'failed').map(({ id }) => id)).toContain(caughtBy)
})

test('every case finds out at least one of them', () => {
  const useful = new Set(Object.values(faulty).map(([, caughtBy]) => caughtBy))
  expect(rendererCases.map(({ id }) => id).filter((id) => !useful.has(id))).toEqual([])
})

test('the words of a format of bytes are read with what the tester hands in, or not at all', async () => {
  const bytes = (): Renderer<Uint8Array> => ({
    ...{ format: 'bytes', mediaType: 'application/octet-stream', extension: 'bin' },
    render: async (report, context) => new TextEncoder().encode(await plain(report, context)),
  })
  const unread = await checkRenderer({ name: 'bytes', create: bytes })
  expect(new Set(unread.map(({ outcome }) => outcome))).toEqual(new Set(['passed', 'skipped']))
  expect(unread.find(({ outcome }) => outcome === 'skipped')?.reason).toMatch(/textOf/)
  const textOf = (file: string | Uint8Array): string =>
    typeof file === 'string' ? file : new TextDecoder().decode(file)
  const read = await checkRenderer({ name: 'bytes', create: bytes, textOf })
  expect(read.every(({ outcome }) => outcome === 'passed')).toBe(true)
})

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}

function without(type: Block['type']): Renderer {
  return rendererOf((report, context) =>
    plain({ ...report, blocks: report.blocks.filter((block) => block.type !== type) }, context),
  )
}

function counting(): Draw {
  let files = 0
  return async (report, context) => `${await plain(report, context)}\n${++files}`
}

function sharing(): Draw {
  let current: Report | undefined
  return async (report, context) => {
    current = report
    await Promise.resolve()
    return plain(current, context)
  }
}

function fail(): never {
  throw new Error('no rows')
}
