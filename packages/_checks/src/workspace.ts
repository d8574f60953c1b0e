import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the repository. */
export const root: string = fileURLToPath(new URL('../../..', import.meta.url))

/** The parts of a package.json that the checks read. */
export interface Manifest {
  readonly name: string
  readonly version?: string
  readonly license?: string
  readonly description?: string
  readonly private?: boolean
  readonly type?: string
  readonly exports?: Readonly<Record<string, unknown>>
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

export interface WorkspacePackage {
  /** Of the folder: `spec`, `render-html`. */
  readonly folder: string
  /** Absolute. */
  readonly path: string
  readonly manifest: Manifest
}

/** A file of the repository. */
export interface SourceFile {
  /** From the root of the repository, with `/`. */
  readonly name: string
  readonly text: string
}

/** Every workspace of a folder, by name: `packages` or `examples`. */
export function workspaces(under: 'packages' | 'examples'): readonly WorkspacePackage[] {
  return readdirSync(join(root, under))
    .filter((folder) => existsSync(join(root, under, folder, 'package.json')))
    .sort()
    .map((folder) => {
      const path = join(root, under, folder)
      return { folder, path, manifest: readJson(join(path, 'package.json')) as Manifest }
    })
}

/** The packages that are published. */
export const publicPackages: readonly WorkspacePackage[] = workspaces('packages').filter(
  ({ manifest }) => !manifest.private,
)

/** The TypeScript files in `src` of a package. */
export function sources(of: WorkspacePackage): readonly SourceFile[] {
  const folder = join(of.path, 'src')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .sort()
    .map((name) => sourceFile(join(folder, name)))
}

export function sourceFile(path: string): SourceFile {
  return { name: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') }
}

export function isTest(file: SourceFile): boolean {
  return /\.test\.tsx?$/.test(file.name)
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}
