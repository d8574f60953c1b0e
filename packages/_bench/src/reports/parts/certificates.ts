import { pdf } from '@tirazh/render-pdf'
import { practiceCertificate, renderAll } from '@tirazh/report'
import type { Report } from '@tirazh/spec'
import { report } from '../../report.js'
import { median } from '../../timing.js'
import { byPdfMake } from '../by-pdfmake.js'
import { bundled, options } from '../summary.js'

const count = 1_000
const region = await bundled()
const ids = region.records.certificate.map(({ id }) => id)
const certificate = (n: number): Report => {
  const id = ids[n % ids.length] ?? ''
  return practiceCertificate(region, { ...options, certificate: id, verifyAt: `https://example.org/c/${n}` })
}

async function ours(from: number, to: number): Promise<number> {
  const renderer = pdf()
  // The first one starts the engine.
  await renderer.render(certificate(from), { omit: () => undefined, link: () => undefined })
  const start = performance.now()
  const all = Array.from({ length: to - from }, (_, n) => certificate(from + n))
  for await (const { rendered } of renderAll(all, renderer)) if (rendered.body.length === 0) throw new Error()
  const taken = performance.now() - start
  await renderer.close()
  return taken
}

async function others(from: number, to: number): Promise<number> {
  await byPdfMake(certificate(from))
  const start = performance.now()
  for (let n = from; n < to; n += 1) await byPdfMake(certificate(n))
  return performance.now() - start
}

const first = await ours(0, 100)
const before = process.memoryUsage().rss
const all = await ours(0, count)
const after = process.memoryUsage().rss
const rounds = [await others(0, 50), await others(50, 100), await others(100, 150)]
report([
  {
    name: `${count.toLocaleString('en')} certificates as tagged PDF with QR, each`,
    ratio: all / count / (median(rounds) / 50),
    comparedWith: 'pdfmake, without tags and QR',
    target: 0.4,
  },
  {
    name: `${count.toLocaleString('en')} certificates: time of each`,
    ratio: all / count / (first / 100),
    comparedWith: 'each of the first hundred',
    target: 1.5,
  },
  {
    name: `${count.toLocaleString('en')} certificates: memory afterwards`,
    ratio: after / before,
    comparedWith: 'after the first hundred',
    target: 1.5,
  },
])
