import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isTirazhError, type RenderContext } from '@tirazh/spec'
import { describe, expect, test } from 'vitest'
import { certificate, everything, reportOf } from '../test/fixture.js'
import { read } from '../test/read.js'
import type { PdfEngine, PdfJob } from './index.js'
import { pdf } from './index.js'
import { typstEngine } from './typst-engine.js'

const context: RenderContext = { omit: () => undefined, link: () => undefined }
const report = reportOf([{ type: 'paragraph', content: ['Привет'] }])

/** The job that a report becomes. */
async function jobOf(given = report): Promise<PdfJob> {
  let seen: PdfJob | undefined
  const engine: PdfEngine = {
    compile: async (job) => {
      seen = job
      return new Uint8Array()
    },
    close: async () => undefined,
  }
  await pdf({ engine }).render(given, context)
  if (seen === undefined) throw new Error('No job was handed to the engine')
  return seen
}

describe('the engine that ships', () => {
  test('goes on after a job that failed, and says what its compiler said', async () => {
    await using renderer = closing(typstEngine())
    const job = await jobOf()
    const broken = { ...job, template: { ...job.template, 'main.typ': '#no-such-thing' } }
    await expect(renderer.engine.compile(broken)).rejects.toThrow('unknown variable: no-such-thing')
    expect((await read(await renderer.engine.compile(job))).text).toContain('Привет')
  })

  test('goes on after its worker ended, and no caller waits for ever', async () => {
    await using renderer = closing(typstEngine())
    const job = await jobOf()
    // A hole in the list cannot be made into a font: the worker ends before it answers.
    const deadly = { ...job, fonts: new Array<Uint8Array>(1) }
    const both = await Promise.allSettled([renderer.engine.compile(deadly), renderer.engine.compile(job)])
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'fulfilled'])
  })

  test('leaves a job that is aborted, with the reason, and makes the others', async () => {
    await using renderer = closing(typstEngine())
    const jobs = [await jobOf(everything('ru')), await jobOf(), await jobOf(certificate('en'))] as const
    const first = new AbortController()
    const second = new AbortController()
    const running = renderer.engine.compile(jobs[0], first.signal)
    const waiting = renderer.engine.compile(jobs[1], second.signal)
    const last = renderer.engine.compile(jobs[2])
    first.abort(new Error('enough'))
    second.abort(new Error('not now'))
    await expect(running).rejects.toThrow('enough')
    await expect(waiting).rejects.toThrow('not now')
    expect((await read(await last)).title).toBe('Certificate')
  })

  test('can be closed and used again', async () => {
    const renderer = pdf()
    const before = await renderer.render(report, context)
    await renderer.close()
    expect(await renderer.render(report, context)).toEqual(before)
    await renderer.close()
    await renderer.close()
  })

  test('fails what it is making when it is closed', async () => {
    const renderer = pdf()
    const made = renderer.render(everything('ru'), context)
    const failed = made.catch((error: unknown) => error)
    await new Promise((resolve) => setImmediate(resolve))
    await renderer.close()
    expect(isTirazhError(await failed, 'RENDER_FAILED')).toBe(true)
  })

  test('gives the same bytes in other processes and time zones, which end by themselves', async () => {
    const hashes = await Promise.all(
      ['Pacific/Kiritimati', 'Pacific/Pago_Pago'].map(async (zone) => {
        const { stdout } = await promisify(execFile)(
          process.execPath,
          ['--conditions=source', '--import', 'tsx', join(import.meta.dirname, '../test/child.ts')],
          { env: { ...process.env, TZ: zone } },
        )
        return stdout.trim().split('\n')
      }),
    )
    expect(hashes[0]).toHaveLength(2)
    expect(hashes[0]).toEqual(hashes[1])
  })
})

describe('an engine of a host', () => {
  test('is given all that the file is made from: data as data, and a template that no data changes', async () => {
    const hostile = '#import "x"; #read("/etc/passwd") $x$ \\u{41}'
    const job = await jobOf(reportOf([{ type: 'paragraph', content: [hostile] }], { title: hostile }))
    expect(JSON.parse(job.data).title).toBe(hostile)
    expect(job.template).toEqual((await jobOf()).template)
    expect(job.standard).toBe('ua-1')
    expect(job.fonts.length).toBeGreaterThan(3)
  })

  test('that fails is told about with the report and the reason', async () => {
    const cause = new Error('out of paper')
    const engine: PdfEngine = { compile: () => Promise.reject(cause), close: async () => undefined }
    const error = await pdf({ engine })
      .render(report, context)
      .catch((thrown: unknown) => thrown)
    expect(isTirazhError(error, 'RENDER_FAILED') && error.details).toEqual({
      ...{ format: 'pdf', report: 'summary', reason: 'out of paper' },
    })
    expect(error).toHaveProperty('cause', cause)
  })

  test('is closed with the renderer', async () => {
    let closed = 0
    const engine: PdfEngine = { compile: async () => new Uint8Array(), close: async () => void closed++ }
    const renderer = pdf({ engine })
    await renderer.render(report, context)
    await renderer.close()
    expect(closed).toBe(1)
  })
})

function closing(engine: PdfEngine): AsyncDisposable & { readonly engine: PdfEngine } {
  return { engine, [Symbol.asyncDispose]: () => engine.close() }
}
