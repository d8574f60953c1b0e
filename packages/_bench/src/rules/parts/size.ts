import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import type { Figure } from '../../figure.js'
import { report } from '../../report.js'

/** The bytes of what an application carries that uses so much of the package, minified and compressed. */
async function sizeOf(used: string): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${used} } from '@tirazh/rules'`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    write: false,
    platform: 'neutral',
    format: 'esm',
    target: 'es2022',
    conditions: ['source'],
  })
  const [bundle] = outputFiles
  if (bundle === undefined) throw new Error('Nothing was bundled')
  return gzipSync(bundle.contents, { level: 9 }).length
}

async function figure(what: string, used: string, target: Pick<Figure, 'target'>): Promise<Figure> {
  const bytes = await sizeOf(used)
  const name = `${what}, \`${used}\`, minified and compressed: ${(bytes / 1024).toFixed(1)} KB`
  return { name, ratio: bytes / (14 * 1024), comparedWith: '14 KB', ...target }
}

report([
  await figure('the core that decides', 'decider', { target: 1 }),
  await figure('with checks of policies and explanations', 'rulebook', {}),
])
