import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openProgramme } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { sqlite } from '@tirazh/storage-sqlite'
import { report } from '../../report.js'
import { timesAsLong } from '../../timing.js'
import { register } from '../register.js'

const folder = mkdtempSync(join(tmpdir(), 'tirazh-bench-'))
try {
  const open = (name: string) =>
    openProgramme({ storage: sqlite({ path: join(folder, `${name}.db`) }), region: nizhnyNovgorod })
  const sizes = { small: register(10, 8), large: register(10_000, 8) }
  for (const [name, records] of Object.entries(sizes)) {
    const programme = await open(name)
    await programme.save(records, { by: 'bench', mode: 'replace' })
    await programme.close()
  }
  const records = Object.values(sizes.large).reduce((sum, list) => sum + list.length, 0)
  const opened = async (name: string): Promise<void> => (await open(name)).close()
  const loading = await open('large')
  const json = JSON.stringify((await loading.snapshot()).records)
  const parsing = await timesAsLong(
    () => loading.snapshot(),
    () => JSON.parse(json),
    5,
  )
  await loading.close()
  report([
    {
      name: `SQLite: opening a programme of ${records.toLocaleString('en')} records`,
      ratio: await timesAsLong(
        () => opened('large'),
        () => opened('small'),
      ),
      comparedWith: 'opening one of a hundred',
      target: 1.5,
    },
    {
      name: `SQLite: a snapshot of ${records.toLocaleString('en')} records`,
      ratio: parsing,
      comparedWith: 'JSON.parse of the same records in one text',
    },
  ])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
