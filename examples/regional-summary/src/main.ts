import { fileURLToPath } from 'node:url'
import { isTirazhError } from '@tirazh/spec'
import { parseArguments, usage } from './arguments.js'
import { printIssues, printProblems, printResult, progressBar } from './console.js'
import { run } from './run.js'

/** Exit codes: 0 done, 1 something failed, 2 the arguments or the register cannot be used. */
async function main(): Promise<number> {
  const bundled = fileURLToPath(new URL('../../register', import.meta.url))
  const parsed = parseArguments(process.argv.slice(2), bundled)
  if (parsed.kind === 'help') {
    process.stdout.write(`${usage}\n`)
    return 0
  }
  if (parsed.kind === 'wrong') {
    printProblems(parsed.problems)
    return 2
  }
  const bar = progressBar(process.stderr)
  const outcome = await run(parsed.arguments, bar.show)
  bar.clear()
  if (outcome.kind === 'refused') {
    printIssues(outcome.issues, parsed.arguments)
    return 2
  }
  if (outcome.kind === 'no-folder') {
    printProblems([outcome.problem])
    return 2
  }
  printResult(outcome.result, parsed.arguments)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  const code = isTirazhError(error) ? ` (${error.code})` : ''
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${code}\n`)
  if (process.env.DEBUG && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  process.exitCode = 1
}
