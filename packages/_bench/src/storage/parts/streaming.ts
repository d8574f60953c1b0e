import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Op } from '@tirazh/spec'
import { sqlite } from '@tirazh/storage-sqlite'
import type { Figure } from '../../figure.js'
import { report } from '../../report.js'

const million = 1_000_000
const folder = mkdtempSync(join(tmpdir(), 'tirazh-bench-'))
try {
  const storage = sqlite({ path: join(folder, 'programme.db') })
  await storage.open([])
  for (let from = 0; from < million; from += 20_000) {
    await storage.commit(
      Array.from({ length: 20_000 }, (_, index): Op => {
        const id = String(from + index).padStart(7, '0')
        return {
          space: '52',
          kind: 'adoption',
          id,
          op: 'put',
          expect: 0,
          doc: { id, basis: `Распоряжение № ${id}`, n: index },
        }
      }),
    )
  }
  const early = await peakWhileStreaming(million / 100)
  const whole = await peakWhileStreaming(million)
  const figure: Figure = {
    name: `SQLite: memory while ${million.toLocaleString('en')} rows stream by`,
    ratio: whole / early,
    comparedWith: 'that of a hundredth of them',
    target: 1.25,
  }
  report([figure])
  await storage.close()

  /** The most that is in use, looked at now and then after a collection. */
  async function peakWhileStreaming(limit: number): Promise<number> {
    let count = 0
    let peak = 0
    for await (const row of storage.find({ kind: 'adoption', limit })) {
      count += row.version
      if (count % 2_500 !== 0) continue
      globalThis.gc?.()
      peak = Math.max(peak, process.memoryUsage().heapUsed + process.memoryUsage().external)
    }
    if (count !== limit) throw new Error(`${count} rows instead of ${limit}`)
    return peak
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
