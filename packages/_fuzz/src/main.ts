import { parseArgs } from 'node:util'
import { evaluators } from './evaluators/all.js'
import { fuzz } from './fuzz.js'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    cells: { type: 'string', default: '10000000' },
    only: { type: 'string' },
    case: { type: 'string' },
  },
})
const chosen = await evaluators(values.only?.split(','))
try {
  const outcome = await fuzz({
    seed: Number(values.seed),
    cells: Number(values.cells),
    evaluators: chosen.evaluators,
    ...(values.case === undefined ? {} : { onlyCase: Number(values.case) }),
    progress: (line) => console.log(line),
  })
  for (const reason of chosen.missing) console.log(`left out: ${reason}`)
  console.log(outcome.summary)
  for (const each of outcome.disagreements) console.error(`\n${each}`)
  process.exitCode = outcome.disagreements.length > 0 ? 1 : 0
} finally {
  for (const each of chosen.evaluators) await each.close?.()
}
