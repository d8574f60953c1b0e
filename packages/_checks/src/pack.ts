import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicPackages, root, type WorkspacePackage } from './workspace.js'

/** A package as it would be published. */
export interface PackedPackage {
  readonly workspace: WorkspacePackage
  /** The bytes of the tarball. */
  readonly tarball: Uint8Array<ArrayBuffer>
  /** Absolute: the unpacked files, where Node finds them from the given folder. */
  readonly path: string
}

/**
 * Packs every public package and unpacks it into `node_modules` of a folder.
 * @throws Error for a package that was not built
 */
export function packInto(folder: string): readonly PackedPackage[] {
  const unbuilt = publicPackages.filter(({ path }) => !existsSync(join(path, 'dist/index.js')))
  if (unbuilt.length > 0) {
    const names = unbuilt.map(({ manifest }) => manifest.name).join(', ')
    throw new Error(`Not built: ${names}. Run: npm run build`)
  }
  const tarballs = join(folder, 'tarballs')
  mkdirSync(tarballs)
  npm(
    'pack',
    '--pack-destination',
    tarballs,
    ...publicPackages.flatMap(({ manifest }) => ['-w', manifest.name]),
  )

  const files = readdirSync(tarballs)
  return publicPackages.map((workspace) => {
    const { name, version } = workspace.manifest
    const file = `${name.replace('@', '').replace('/', '-')}-${version}.tgz`
    if (!files.includes(file)) throw new Error(`npm pack did not write ${file}`)
    const path = join(folder, 'node_modules', name)
    mkdirSync(path, { recursive: true })
    execFileSync('tar', ['-xzf', join(tarballs, file), '--strip-components=1', '-C', path])
    return { workspace, tarball: new Uint8Array(readFileSync(join(tarballs, file))), path }
  })
}

function npm(...args: readonly string[]): void {
  const options = ['--ignore-scripts', '--loglevel=error', '--update-notifier=false']
  execFileSync('npm', [...args, ...options], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
}
