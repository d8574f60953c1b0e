import { type Import, importsOf, packageOf } from './imports.js'
import { isTest, type Manifest, type SourceFile } from './workspace.js'

/**
 * What the sources of a package (tests aside) may import. The first row that fits decides.
 * `spec` is short for `@tirazh/spec`, `node:*` stands for every module of Node, `d3-*` for a family,
 * and `type core` allows types only. A package without a row is refused: give it one.
 */
const dependencyRules: readonly DependencyRule[] = [
  { packages: 'spec', may: [] },
  { packages: 'rules', may: ['spec'] },
  { packages: 'core', may: ['spec', 'rules', '@noble/hashes', 'zod', 'date-fns', 'mitt'] },
  { packages: 'storage-memory', may: ['spec'] },
  { packages: 'storage-sqlite', may: ['spec', 'node:*', '@photostructure/sqlite'] },
  { packages: 'storage-postgres', may: ['spec', 'node:*'] },
  { packages: 'storage-mysql', may: ['spec'] },
  { packages: 'report', may: ['spec', 'rules', 'core'] },
  { packages: 'charts', may: ['spec', 'd3-*', 'uqr'] },
  { packages: 'render-html', may: ['spec', 'charts', 'preact', 'preact-render-to-string'] },
  { packages: 'render-markdown', may: ['spec', 'charts'] },
  { packages: 'render-csv', may: ['spec', 'papaparse'] },
  { packages: 'render-xlsx', may: ['spec', 'charts', 'fast-png', 'fflate'] },
  { packages: 'render-docx', may: ['spec', 'charts', 'docx', 'fast-png', 'fflate'] },
  {
    packages: 'render-pdf',
    may: ['spec', 'charts', 'node:*', '@myriaddreamin/typst-ts-node-compiler', '@expo-google-fonts/*'],
  },
  { packages: 'render-json', may: ['spec', 'charts'] },
  { packages: 'import-*', may: ['spec', 'core', 'papaparse', 'node:*'] },
  { packages: 'region-*', may: ['spec', 'rules', 'core'] },
  { packages: 'testkit', may: ['spec', 'type core', 'fast-check'] },
]

export interface DependencyRule {
  /** A folder in `packages`, or a family of them. */
  readonly packages: string
  readonly may: readonly string[]
}

/** Sentences: where the sources and the manifest of a package break the rules. */
export function brokenRules(
  folder: string,
  manifest: Manifest,
  files: readonly SourceFile[],
  rules: readonly DependencyRule[] = dependencyRules,
): readonly string[] {
  const rule = rules.find((row) => fits(row.packages, folder))
  if (rule === undefined) return [`packages/${folder} has no row in the table of dependency rules`]

  const declared = new Set(
    [manifest.dependencies, manifest.optionalDependencies, manifest.peerDependencies].flatMap((group) =>
      Object.keys(group ?? {}),
    ),
  )
  const used = new Set<string>()
  const problems: string[] = []
  for (const file of files.filter((file) => !isTest(file))) {
    for (const found of importsOf(file.name, file.text)) {
      const target = packageOf(found.specifier)
      if (target === undefined) continue
      used.add(target)
      const place = `${file.name}:${found.line} imports ${found.specifier}`
      if (!rule.may.some((allowed) => allows(allowed, target, found))) {
        problems.push(`${place}, but ${rule.packages} may import only: ${rule.may.join(', ') || 'nothing'}`)
      }
      if (!target.startsWith('node:') && !declared.has(target)) {
        problems.push(`${place}, which its package.json does not declare`)
      }
    }
  }
  for (const name of declared) {
    if (!used.has(name))
      problems.push(`packages/${folder}/package.json declares ${name}, which no source imports`)
  }
  return problems
}

function allows(allowed: string, target: string, found: Import): boolean {
  const typesOnly = allowed.startsWith('type ')
  if (typesOnly && !found.typeOnly) return false
  const pattern = typesOnly ? allowed.slice('type '.length) : allowed
  return fits(pattern, target) || fits(`@tirazh/${pattern}`, target)
}

function fits(pattern: string, name: string): boolean {
  return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}
