import { type Figure, table } from './figure.js'
import { mainJob } from './main-job.js'

/** `npm run bench [-- <area>] [--json]` */
const areas: Readonly<Record<string, () => readonly Figure[]>> = { 'main-job': mainJob }

const args = process.argv.slice(2)
const wanted = args.filter((arg) => !arg.startsWith('--'))
const unknown = wanted.filter((area) => !Object.hasOwn(areas, area))
if (unknown.length > 0) {
  console.error(`There is no area ${unknown.join(', ')}; there are: ${Object.keys(areas).join(', ')}.`)
  process.exitCode = 2
} else {
  const figures = Object.entries(areas)
    .filter(([area]) => wanted.length === 0 || wanted.includes(area))
    .flatMap(([area, measure]) => measure().map((figure) => ({ area, ...figure })))
  console.log(args.includes('--json') ? JSON.stringify(figures, null, 1) : table(figures))
}
