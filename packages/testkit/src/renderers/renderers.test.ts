import type { Block, RenderContext, Renderer, Report } from '@tirazh/spec'
import { expect, test } from 'vitest'
import { checkRenderer } from './check-renderer.js'
import { rendererCases } from './renderer-cases.js'

type Draw = Renderer<string>['render']

/** Writes every text and number of a report on a line of its own: the plainest renderer there is. */
const plain: Draw = async ({ title, notice, blocks }, { signal, progress }) => {
  const pieces = [title, notice, ...blocks]
  return pieces
    .flatMap((piece, index) => {
      signal?.throwIfAborted()
      progress?.(index, pieces.length)
      return textsIn(piece)
    })
    .join('\n')
}

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
  'writes the hour of the machine': [
    () => rendererOf(async (report, context) => `${await plain(report, context)}\n${new Date(0).getHours()}`),
    'bytes/are-the-same-in-every-time-zone',
  ],
  'does not look at the signal': [
    () => rendererOf((report, context) => plain(report, unheard(context))),
    'signal/aborted-before-stops-the-work-with-its-reason',
  ],
  'throws an error of its own when it is stopped': [
    () =>
      rendererOf(async (report, context) => {
        if (context.signal?.aborted) throw new Error('aborted')
        return plain(report, context)
      }),
    'signal/aborted-before-stops-the-work-with-its-reason',
  ],
  'looks at the signal only once': [
    () =>
      rendererOf(async (report, context) => {
        context.signal?.throwIfAborted()
        context.progress?.(1, 2)
        return plain(report, unheard(context))
      }),
    'signal/aborted-on-the-way-stops-the-work-with-its-reason',
  ],
  'counts down': [
    () =>
      rendererOf(async (report, context) => {
        for (const done of [2, 1]) context.progress?.(done, 2)
        return plain(report, unheard(context))
      }),
    'progress/goes-forward-to-its-total',
  ],
  'does more than there is to do': [
    () =>
      rendererOf(async (report, context) => {
        context.progress?.(3, 2)
        return plain(report, unheard(context))
      }),
    'progress/goes-forward-to-its-total',
  ],
  'has nothing to draw without blocks': [
    () => rendererOf(async (report, context) => (report.blocks.length === 0 ? '' : plain(report, context))),
    'report/without-blocks-is-drawn',
  ],
  'leaves out on a certificate what it has no room for': [
    () =>
      rendererOf((report, context) =>
        plain(
          report.layout === 'certificate' ? { ...report, blocks: report.blocks.slice(0, 3) } : report,
          context,
        ),
      ),
    'blocks/are-drawn-or-listed-in-every-layout',
  ],
  'shows no plans': [
    () =>
      rendererOf((report, context) => {
        const planless = (block: Block): Block =>
          block.type === 'metrics'
            ? { ...block, items: block.items.map(({ plan: _, ...item }) => item) }
            : block
        return plain({ ...report, blocks: report.blocks.map(planless) }, context)
      }),
    'figures/are-drawn-or-listed',
  ],
  'rounds to tens': [
    () =>
      rendererOf(async (report, context) => (await plain(report, context)).replace(/\b(\d{3})\d\b/g, '$10')),
    'figures/are-drawn-or-listed',
  ],
  'shows pictures without a word': [
    () =>
      rendererOf((report, context) => {
        const mute = (block: Block): Block => (block.type === 'image' ? { ...block, alt: '' } : block)
        return plain({ ...report, blocks: report.blocks.map(mute) }, context)
      }),
    'images/say-what-they-show',
  ],
  'cuts words that do not fit the line': [
    () => rendererOf(async (report, context) => (await plain(report, context)).replace(/(\S{80})\S+/g, '$1')),
    'text/of-one-long-word-is-whole',
  ],
  'links wherever it is told to': [() => linking(() => true), 'links/lead-only-to-safe-addresses'],
  'looks only at how the address begins': [
    () => linking((address) => !/^(javascript|data|vbscript|file):/.test(address)),
    'links/lead-only-to-safe-addresses',
  ],
  'keeps why a decision was made to itself': [
    () => rendererOf((report, context) => plain(JSON.parse(JSON.stringify(report), withoutBasis), context)),
    'blocks/are-drawn-or-listed',
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
  expect(read.filter(({ outcome }) => outcome !== 'passed').map(({ id }) => id)).toEqual([
    'images/say-what-they-show',
  ])
})

test('a process that cannot be moved to another time zone is told, and fails nobody', async () => {
  const home = Object.getOwnPropertyDescriptor(globalThis, 'process')
  const results = await (async () => {
    try {
      Object.defineProperty(globalThis, 'process', { value: undefined, configurable: true })
      return await checkRenderer({ name: 'plain', create: () => rendererOf(plain) })
    } finally {
      if (home !== undefined) Object.defineProperty(globalThis, 'process', home)
    }
  })()
  expect(results.filter(({ outcome }) => outcome !== 'passed')).toMatchObject([
    {
      id: 'bytes/are-the-same-in-every-time-zone',
      outcome: 'skipped',
      reason: expect.stringContaining('time zone'),
    },
  ])
})

test('the zone of the process is what it was before', async () => {
  const before = [process.env.TZ, new Intl.DateTimeFormat().resolvedOptions().timeZone]
  await checkRenderer({ name: 'plain', create: () => rendererOf(plain) })
  expect([process.env.TZ, new Intl.DateTimeFormat().resolvedOptions().timeZone]).toEqual(before)
})

function textsIn(value: unknown, name?: string): readonly string[] {
  if (typeof value === 'string') return [value]
  // Money stands in kopecks.
  if (typeof value === 'number') return [String(name === 'minor' ? value / 100 : value)]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, key))
}

function without(type: Block['type']): Renderer {
  return rendererOf((report, context) =>
    plain({ ...report, blocks: report.blocks.filter((block) => block.type !== type) }, context),
  )
}

/** A context whose signal and progress are not seen. */
function unheard({ omit, link }: RenderContext): RenderContext {
  return { omit, link }
}

function withoutBasis(key: string, value: unknown): unknown {
  return key === 'basis' ? undefined : value
}

/** Lists the addresses of all reports that a report leads to, but for those that it takes for unsafe. */
function linking(isSafe: (address: string) => boolean): Renderer {
  return rendererOf(async (report, context) => {
    const ids = [...JSON.stringify(report).matchAll(/"report":"([^"]*)"/g)].map(([, id = '']) => id)
    const addresses = ids.map((id) => context.link(id) ?? '').filter(isSafe)
    return [await plain(report, context), ...addresses].join('\n')
  })
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
