import { type CheckRendererOptions, runRendererCase } from './check-renderer.js'
import { rendererCases } from './renderer-cases.js'

export interface TestRendererOptions extends CheckRendererOptions {
  /** The test runner's own: of vitest, node:test, jest, mocha, … */
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
}

/**
 * Registers one test for each case with the host's test runner. Hand in `textOf` for a format of bytes:
 * a case that would have to be skipped without it fails here and says so.
 */
export function testRenderer({ describe, it, ...options }: TestRendererOptions): void {
  describe(`${options.name} is a renderer`, () => {
    for (const rendererCase of rendererCases) {
      it(`${rendererCase.law} ${rendererCase.id}`, async () => {
        const reason = await runRendererCase(rendererCase, options)
        // What cannot be seen here for another reason is nothing that the tester could help.
        if (reason !== undefined && rendererCase.readsText) throw new Error(`Cannot be tested: ${reason}`)
      })
    }
  })
}
