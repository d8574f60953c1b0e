import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { PdfStandard as TypstStandard } from '@myriaddreamin/typst-ts-node-compiler'
import type { PdfEngine, PdfJob, PdfStandard } from './engine.js'
import { tagTables } from './table-tags.js'
import { workerCode } from './worker-code.js'

/** The engine that ships: Typst in a worker, which starts with the first job and does not keep a process alive. */
export function typstEngine(): PdfEngine {
  const queue: Waiting[] = []
  let running: Running | undefined

  const next = (): void => {
    const job = queue[0]
    if (job === undefined) {
      running?.worker.unref()
      return
    }
    if (running !== undefined && running.fonts !== job.job.fonts) stop()
    running ??= start(job.job.fonts, settle)
    running.worker.ref()
    const { template, data, files, standard } = job.job
    running.worker.postMessage({
      ...{ id: job.id, template, data, files: [...files] },
      standard: standards[standard],
    })
  }

  /** The first of the queue is done. Answers of a worker that was stopped come too late and name another job. */
  const settle = (from: Worker, answer: Answer): void => {
    if (from !== running?.worker) return
    if ('ended' in answer) running = undefined
    const job = queue[0]
    if (job === undefined || ('id' in answer && answer.id !== job.id)) return
    queue.shift()
    job.settle(answer)
    next()
  }

  const stop = (): Promise<unknown> => {
    const stopped = running?.worker.terminate()
    running = undefined
    return stopped ?? Promise.resolve()
  }

  /** A job that runs cannot be interrupted; its worker is left behind and the others get a new one. */
  const drop = (job: Waiting): void => {
    const place = queue.indexOf(job)
    if (place < 0) return
    queue.splice(place, 1)
    if (place > 0) return
    void stop()
    next()
  }

  let ids = 0
  return {
    async compile(job, signal) {
      const made = await new Promise<Uint8Array>((resolve, reject) => {
        if (signal?.aborted) return reject(signal.reason)
        const aborted = (): void => {
          drop(waiting)
          reject(signal?.reason)
        }
        const waiting: Waiting = {
          ...{ id: ++ids, job },
          settle(answer) {
            signal?.removeEventListener('abort', aborted)
            if ('pdf' in answer) resolve(answer.pdf)
            else reject(new Error('problem' in answer ? answer.problem : answer.ended))
          },
        }
        signal?.addEventListener('abort', aborted, { once: true })
        queue.push(waiting)
        if (queue.length === 1) next()
      })
      return tagTables(made, job.tables)
    },
    prepare(fonts) {
      running ??= start(fonts, settle)
    },
    async close() {
      const left = queue.splice(0)
      await stop()
      for (const job of left) job.settle({ ended: 'the renderer was closed' })
    },
  }
}

interface Waiting {
  readonly id: number
  readonly job: PdfJob
  settle(answer: Answer): void
}

type Answer =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly problem: string }
  | { readonly ended: string }

interface Running {
  readonly worker: Worker
  readonly fonts: PdfJob['fonts']
}

const standards: Readonly<Record<PdfStandard, `${TypstStandard}`>> = { 'ua-1': 'ua-1', 'a-2a': 'a-2a' }

/** Does not exist, so that there is no file to be read. */
const nowhere = fileURLToPath(new URL('./no-files-here', import.meta.url))

function start(fonts: PdfJob['fonts'], settle: (from: Worker, answer: Answer) => void): Running {
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: {
      compiler: createRequire(import.meta.url).resolve('@myriaddreamin/typst-ts-node-compiler'),
      fonts,
      root: nowhere,
    },
    // Loaders of the host, such as that of a test runner, are not for this worker.
    execArgv: [],
    name: 'tirazh-pdf',
  })
  worker.on('message', (answer: Answer) => settle(worker, answer))
  worker.on('error', (error) => settle(worker, { ended: String(error) }))
  worker.on('exit', (code) => settle(worker, { ended: `the worker ended with code ${code}` }))
  worker.unref()
  return { worker, fonts }
}
