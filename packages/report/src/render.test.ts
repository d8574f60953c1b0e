import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { type RenderedReport, render, renderAll } from './render.js'

const report = (id: string): Report => ({
  ...{ schema: 'report/1', id, locale: 'ru', title: 'Сертификат', issuer: 'Офис', issuedOn: '2026-10-05' },
  provenance: { asOf: '2026-09-30', source: 'Реестр', generator: 'test', policies: [] },
  blocks: [{ type: 'heading', level: 2, text: 'Итог' }],
})

const broken: Report = { ...report('broken'), title: '' }

/** A format that writes the id, after it has done what the test asks for. */
function idOnly(during: (context: RenderContext) => unknown = () => undefined): Renderer<string> {
  return {
    ...{ format: 'id', mediaType: 'text/plain', extension: 'txt' },
    async render({ id }, context) {
      await during(context)
      return id
    },
  }
}

const bytes: Renderer<Uint8Array> = { ...idOnly(), render: async () => new Uint8Array([1]) }

describe('a report', () => {
  test('becomes a file of the type that its renderer makes', async () => {
    const rendered = await render(report('a'), idOnly())
    expect(rendered).toEqual({ body: 'a', mediaType: 'text/plain', extension: 'txt', omitted: [] })
    expectTypeOf(rendered.body).toEqualTypeOf<string>()
    expectTypeOf((await render(report('a'), bytes)).body).toEqualTypeOf<Uint8Array>()
  })

  test('brings what could not be drawn, even if the path is used for something else later', async () => {
    const path = ['blocks', 0]
    const { omitted } = await render(
      report('a'),
      idOnly(({ omit }) => {
        omit(path, 'no headings')
        path.push('text')
      }),
    )
    expect(omitted).toEqual([{ at: ['blocks', 0], why: 'no headings' }])
  })

  test('is drawn with the addresses, the signal and the progress of whoever asked for it', async () => {
    const { signal } = new AbortController()
    const told: (readonly number[])[] = []
    const renderer = idOnly((context) => {
      expect(context.link('x')).toBe('x.html')
      expect(context.signal).toBe(signal)
      context.progress?.(1, 2)
    })
    await render(report('a'), renderer, {
      ...{ signal, link: (id) => `${id}.html` },
      onProgress: (done, total) => told.push([done, total]),
    })
    expect(told).toEqual([[1, 2]])
  })

  test('is drawn without links, signal and progress where nobody gave them', async () => {
    const renderer = idOnly((context) => {
      expect(context.link('x')).toBeUndefined()
      expect(Object.keys(context).sort()).toEqual(['link', 'omit'])
    })
    await render(report('a'), renderer)
  })

  test('that is not valid never reaches the renderer, and every issue is told', async () => {
    const reached: unknown[] = []
    const wrong = { ...broken, blocks: [{ type: 'heading', level: 2, text: '' }] } as const
    await expect(
      render(
        wrong,
        idOnly((context) => reached.push(context)),
      ),
    ).rejects.toMatchObject({
      code: 'REPORT_INVALID',
      message:
        'The report "broken" is not valid: title: The text is empty: write what is to be said here. and 1 more',
      details: { issues: [{ path: ['title'] }, { path: ['blocks', 0, 'text'] }] },
    })
    expect(reached).toEqual([])
  })

  test('that is nothing at all is refused and not stumbled over', async () => {
    const nothing: Report = JSON.parse('null')
    await expect(render(nothing, idOnly())).rejects.toMatchObject({ code: 'REPORT_INVALID' })
  })
})

describe('work that nobody waits for any more', () => {
  const reason = new Error('the reader left')

  test('is not begun', async () => {
    const reached: unknown[] = []
    const renderer = idOnly((context) => reached.push(context))
    const signal = AbortSignal.abort(reason)
    await expect(render(broken, renderer, { signal })).rejects.toBe(reason)
    await expect(renderAll([broken], renderer, { signal }).next()).rejects.toBe(reason)
    expect(reached).toEqual([])
  })

  test('ends with the reason even if the renderer takes no notice', async () => {
    const controller = new AbortController()
    const renderer = idOnly(() => controller.abort(reason))
    await expect(render(report('a'), renderer, { signal: controller.signal })).rejects.toBe(reason)
  })

  test('ends with the reason and not with what broke because of it', async () => {
    const controller = new AbortController()
    const renderer = idOnly(() => {
      controller.abort(reason)
      throw new Error('the engine was killed')
    })
    await expect(render(report('a'), renderer, { signal: controller.signal })).rejects.toBe(reason)
  })

  test('leaves other failures as they are', async () => {
    const failure = new Error('no font')
    const renderer = idOnly(() => {
      throw failure
    })
    await expect(render(report('a'), renderer, { signal: new AbortController().signal })).rejects.toBe(
      failure,
    )
  })
})

describe('many reports', () => {
  test('are made one by one, each when it is asked for', async () => {
    const asked: string[] = []
    function* reports(): Generator<Report> {
      for (const id of ['a', 'b', 'c']) {
        asked.push(id)
        yield report(id)
      }
    }
    const made: string[] = []
    for await (const { report, rendered } of renderAll(reports(), idOnly())) {
      made.push(rendered.body)
      expect(rendered.body).toBe(report.id)
      expect(asked).toEqual(made)
      if (made.length === 2) break
    }
    expect(made).toEqual(['a', 'b'])
  })

  test('may come from a source that takes its time, and keep the type of their format', async () => {
    async function* reports(): AsyncGenerator<Report> {
      for (const id of ['a', 'b']) yield await Promise.resolve(report(id))
    }
    const all: RenderedReport<Uint8Array>[] = []
    for await (const one of renderAll(reports(), bytes)) all.push(one)
    expect(all.map(({ report, rendered }) => [report.id, rendered.body])).toEqual([
      ['a', new Uint8Array([1])],
      ['b', new Uint8Array([1])],
    ])
    for await (const { rendered } of renderAll([report('a')], idOnly())) {
      expectTypeOf(rendered.body).toEqualTypeOf<string>()
    }
  })

  test.each<readonly [string, Iterable<Report>, number | undefined, number | undefined]>([
    ['a list', [report('a'), report('b')], undefined, 2],
    ['a set', new Set([report('a'), report('b')]), undefined, 2],
    ['a source that does not say', [report('a'), report('b')].values(), undefined, undefined],
    ['a source of which it is known', [report('a'), report('b')].values(), 2, 2],
  ])('of %s say how far they are', async (_, reports, total, told) => {
    const heard: (readonly (number | undefined)[])[] = []
    const options = {
      ...(total === undefined ? {} : { total }),
      onProgress: (done: number, of: number | undefined) => heard.push([done, of]),
    }
    for await (const _ of renderAll(reports, idOnly(), options));
    expect(heard).toEqual([
      [1, told],
      [2, told],
    ])
  })

  test('stop between two of them when nobody waits any more, and let go of their source', async () => {
    const reason = new Error('the reader left')
    const controller = new AbortController()
    let closed = false
    function* reports(): Generator<Report> {
      try {
        yield report('a')
        yield report('b')
      } finally {
        closed = true
      }
    }
    const made: string[] = []
    const work = async (): Promise<void> => {
      for await (const { rendered } of renderAll(reports(), idOnly(), { signal: controller.signal })) {
        made.push(rendered.body)
        controller.abort(reason)
      }
    }
    await expect(work()).rejects.toBe(reason)
    expect([made, closed]).toEqual([['a'], true])
  })

  test('stop at the first that is not valid, after those before it were handed over', async () => {
    const made: string[] = []
    const work = async (): Promise<void> => {
      for await (const { rendered } of renderAll([report('a'), broken], idOnly())) made.push(rendered.body)
    }
    await expect(work()).rejects.toMatchObject({ code: 'REPORT_INVALID' })
    expect(made).toEqual(['a'])
  })

  test('get the same addresses', async () => {
    const renderer = idOnly(({ link }) => expect(link('x')).toBe('x.pdf'))
    for await (const _ of renderAll([report('a')], renderer, { link: (id) => `${id}.pdf` }));
    expect.assertions(1)
  })
})
