import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build, type Metafile } from 'esbuild'
import { describe, expect, test } from 'vitest'
import { publicPackages, type WorkspacePackage } from './workspace.js'

/*
 * What a host takes in with a renderer: the code that a bundler finds from `import '@tirazh/render-…'`.
 */

const renderers = publicPackages.filter(({ folder }) => folder.startsWith('render-'))

describe.each(renderers)('a host that imports $manifest.name', (renderer) => {
  test('loads the library of no other format', async () => {
    const own = new Set(librariesOf(renderer))
    const others = renderers.flatMap(librariesOf).filter((name) => !own.has(name))
    const loaded = packagesIn(await bundle(renderer))
    expect(loaded.filter((name) => others.includes(name))).toEqual([])
    expect(loaded.filter((name) => name.startsWith('@tirazh/render-'))).toEqual([renderer.manifest.name])
    expect(loaded).not.toContain('@tirazh/core')
  })
})

function librariesOf({ manifest }: WorkspacePackage): readonly string[] {
  return Object.keys(manifest.dependencies ?? {}).filter((name) => !name.startsWith('@tirazh/'))
}

/** The built package with everything that it imports. Files that no bundler takes in are named, not read. */
async function bundle({ path }: WorkspacePackage): Promise<Metafile> {
  const entry = join(path, 'dist/index.js')
  if (!existsSync(entry)) throw new Error(`Not built: ${entry}. Run: npm run build`)
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    loader: { '.node': 'empty', '.ttf': 'empty' },
    logLevel: 'silent',
  })
  return metafile
}

/** The packages whose files are in a bundle, each once. */
function packagesIn({ inputs }: Metafile): readonly string[] {
  const names = Object.keys(inputs).flatMap((file) => {
    const installed = /(?:^|\/)node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*\/node_modules\/)/.exec(file)?.[1]
    const ours = /(?:^|\/)packages\/([^/]+)\/dist\//.exec(file)?.[1]
    return installed ?? (ours === undefined ? [] : `@tirazh/${ours}`)
  })
  return [...new Set(names)].sort()
}
