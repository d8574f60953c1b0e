import { type Figure, table } from './figure.js'
import { mainJob } from './main-job.js'
import { reports } from './reports/index.js'
import { rules } from './rules/index.js'
import { storage } from './storage/index.js'

/** `npm run bench [-- <area> | <area>/<part>] [--json]` */
const areas: Readonly<
  Record<string, (parts: readonly string[]) => readonly Figure[] | Promise<readonly Figure[]>>
> = {
  'main-job': mainJob,
  reports,
  rules,
  storage,
}

const args = process.argv.slice(2)
const wanted = args
  .filter((arg) => !arg.startsWith('--'))
  .map((arg) => arg.split('/'))
  .map(([area = '', part]) => ({ area, part }))
const unknown = wanted.map(({ area }) => area).filter((area) => !Object.hasOwn(areas, area))
if (unknown.length > 0) {
  console.error(`There is no area ${unknown.join(', ')}; there are: ${Object.keys(areas).join(', ')}.`)
  process.exitCode = 2
} else {
  const figures: (Figure & { readonly area: string })[] = []
  for (const [area, measure] of Object.entries(areas)) {
    const asked = wanted.filter((each) => each.area === area)
    if (wanted.length > 0 && asked.length === 0) continue
    const parts = asked.flatMap(({ part }) => part ?? [])
    for (const figure of await measure(parts)) figures.push({ area, ...figure })
  }
  console.log(args.includes('--json') ? JSON.stringify(figures, null, 1) : table(figures))
}
