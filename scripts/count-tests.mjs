// Prints how many tests passed and failed, and ends with the exit code it is given.
// node scripts/count-tests.mjs <file that vitest's json reporter wrote> <exit code of the run>
import { readFileSync } from 'node:fs'

const [file, exitCode] = process.argv.slice(2)
const { passed, failed, skipped } = count(report())
const ok = exitCode === '0' && failed === 0 && passed > 0
// A run that failed before its tests, or outside them, counts as one failure.
const failures = ok ? 0 : Math.max(failed, 1)
console.log(`${passed} passed, ${failures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
process.exitCode = ok ? 0 : 1

/** Undefined where the run did not come to its tests. */
function report() {
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
