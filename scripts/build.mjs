// Builds every package into its dist folder, two at a time. The order does not matter: a package finds
// the types of its neighbours in their sources. Arguments are names of package folders; none means all.
import { spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

const packages = fileURLToPath(new URL('../packages', import.meta.url))
const tsup = createRequire(import.meta.url).resolve('tsup/dist/cli-default.js')

const wanted = process.argv.slice(2)
const queue = readdirSync(packages)
  .filter((name) => existsSync(`${packages}/${name}/tsup.config.ts`))
  .filter((name) => wanted.length === 0 || wanted.includes(name))

await Promise.all([worker(), worker()])

async function worker() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const { code, output, seconds } = await build(name)
    console.log(`${code === 0 ? 'built ' : 'FAILED'} ${name} (${seconds} s)`)
    if (code !== 0) {
      console.log(output)
      process.exitCode = 1
    }
  }
}

/** @param {string} name @returns {Promise<{ code: number | null, output: string, seconds: string }>} */
function build(name) {
  const start = performance.now()
  const child = spawn(process.execPath, [tsup], { cwd: `${packages}/${name}` })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      resolve({ code, output, seconds: ((performance.now() - start) / 1000).toFixed(1) })
    })
  })
}
