// The main job: builds the example into one script and runs it with the arguments given.
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const example = fileURLToPath(new URL('../examples/regional-summary', import.meta.url))
const tsup = createRequire(import.meta.url).resolve('tsup/dist/cli-default.js')

// Built into a folder of its own, so that several runs at once do not meet half a script.
const folder = `${example}/dist/${process.pid}`
const built = spawnSync(process.execPath, [tsup, '--out-dir', folder], {
  cwd: example,
  stdio: ['ignore', 2, 2],
})
// Collect garbage early: a register of 100,000 rows then fits into 300 MB at the cost of some speed.
const memory = ['--max-semi-space-size=8', '--heap-growing-percent=10']
const ran =
  built.status === 0
    ? spawnSync(
        process.execPath,
        [...memory, `${folder}/main.js`, ...process.argv.slice(2)],
        // Paths mean what they mean where the person stands, not where npm does.
        { stdio: 'inherit', cwd: process.env.INIT_CWD ?? process.cwd() },
      )
    : built
rmSync(folder, { recursive: true, force: true })
process.exitCode = ran.status ?? 1
