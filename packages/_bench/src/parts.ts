import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'esbuild'
import type { Figure } from './figure.js'

/**
 * Measures the parts of an area, each in a process of its own with what Node is to be told.
 * @param area the folder with the programs of the parts in its `parts`; each prints its figures as JSON
 */
export async function measureParts(
  area: string,
  parts: Readonly<Record<string, readonly string[]>>,
  wanted: readonly string[],
): Promise<readonly Figure[]> {
  const chosen = Object.entries(parts).filter(([part]) => wanted.length === 0 || wanted.includes(part))
  const programs = fileURLToPath(new URL(`../dist/${area}`, import.meta.url))
  // Built as packages are published: without what a runner of TypeScript adds to every function.
  await build({
    entryPoints: chosen.map(([part]) =>
      fileURLToPath(new URL(`./${area}/parts/${part}.ts`, import.meta.url)),
    ),
    outdir: programs,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    conditions: ['source'],
    plugins: [ownPackagesOnly],
  })
  return chosen.flatMap(([part, flags]) => measured(part, join(programs, `${part}.mjs`), flags))
}

function measured(part: string, program: string, flags: readonly string[]): readonly Figure[] {
  console.error(`Measuring ${part} …`)
  const memory = ['--expose-gc', '--max-old-space-size=12000']
  const { status, stdout } = spawnSync(process.execPath, [...memory, ...flags, program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  if (status !== 0) {
    return [{ name: part, ratio: Number.NaN, comparedWith: 'it could not be measured, see above', target: 0 }]
  }
  const figures: Figure[] = JSON.parse(stdout)
  return figures
}

/** Other people's packages are found where they are installed. */
const ownPackagesOnly: Plugin = {
  name: 'own-packages-only',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
      kind === 'entry-point' || path.startsWith('@tirazh/') ? undefined : { path, external: true },
    )
  },
}
