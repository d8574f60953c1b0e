// Prints how many tests passed and failed, and ends with an error if any failed or a run did not come to its tests.
// node scripts/count-tests.mjs <exit code of the runs> <file that vitest's json reporter wrote> …
import { readFileSync } from 'node:fs'

const [exitCode, ...files] = process.argv.slice(2)
const counts = files.map((file) => count(report(file)))
const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map((name) =>
  counts.reduce((sum, each) => sum + each[name], 0),
)
const ok = exitCode === '0' && failed === 0 && counts.every((each) => each.passed + each.skipped > 0)
// A run that failed before its tests, or outside them, counts as one failure.
const failures = ok ? 0 : Math.max(failed, 1)
if (skipped > 0) console.log(`${skipped} skipped:`)
for (const [name, times] of skippedNames()) console.log(`- ${name}${times > 1 ? ` (${times} times)` : ''}`)
console.log(`${passed} passed, ${failures} failed`)
process.exitCode = ok ? 0 : 1

/** Each skipped test with how often, and a group that is skipped as a whole, whose name is the reason, once. */
function skippedNames() {
  const tests = files
    .flatMap((file) => report(file)?.testResults ?? [])
    .flatMap((each) => each.assertionResults)
  const isSkipped = ({ status }) => status !== 'passed' && status !== 'failed'
  const groupOf = ({ ancestorTitles: [group], title }) => group ?? title
  const going = new Set(tests.filter((test) => !isSkipped(test)).map(groupOf))
  const names = new Map()
  for (const test of tests.filter(isSkipped)) {
    const group = groupOf(test)
    const name = going.has(group) ? `${group} › ${test.title}` : group
    names.set(name, (names.get(name) ?? 0) + 1)
  }
  return names
}

/** Undefined where the run did not come to its tests. */
function report(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

function count(result) {
  if (result === undefined) return { passed: 0, failed: 0, skipped: 0 }
  // A file that could not be loaded has failed without a failed test.
  const brokenFiles = result.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + brokenFiles.length,
    skipped: result.numPendingTests + result.numTodoTests,
  }
}
