import ts from 'typescript'

/** One place where a module names another. */
export interface Import {
  readonly specifier: string
  /** Leaves no trace in JavaScript: `import type`, `export type`, `import('x').Y` as a type. */
  readonly typeOnly: boolean
  /** From 1. */
  readonly line: number
}

const loaders = new Set(['require', 'getBuiltinModule'])

/** Every import of a TypeScript or declaration file: static, dynamic, re-exported, and in types. */
export function importsOf(name: string, text: string): readonly Import[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)
  const found: Import[] = []
  const visit = (node: ts.Node): void => {
    const named = namedModule(node)
    if (named !== undefined) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1
      found.push({ specifier: named.specifier, typeOnly: named.typeOnly, line })
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

function namedModule(node: ts.Node): Omit<Import, 'line'> | undefined {
  if (ts.isImportDeclaration(node)) return at(node.moduleSpecifier, node.importClause?.isTypeOnly === true)
  if (ts.isExportDeclaration(node)) return at(node.moduleSpecifier, node.isTypeOnly)
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return at(node.argument.literal, true)
  if (ts.isCallExpression(node) && isLoader(node.expression)) return at(node.arguments[0], false)
  return undefined
}

/** `import(…)`, `require(…)`, `process.getBuiltinModule(…)`. */
function isLoader(callee: ts.Expression): boolean {
  if (callee.kind === ts.SyntaxKind.ImportKeyword) return true
  if (ts.isIdentifier(callee)) return loaders.has(callee.text)
  return ts.isPropertyAccessExpression(callee) && loaders.has(callee.name.text)
}

function at(specifier: ts.Node | undefined, typeOnly: boolean): Omit<Import, 'line'> | undefined {
  return specifier && ts.isStringLiteralLike(specifier) ? { specifier: specifier.text, typeOnly } : undefined
}

/** `@tirazh/spec` of `@tirazh/spec/x`, `zod` of `zod/mini`, `node:fs` of `node:fs/promises`; undefined for a file. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/')) return undefined
  const depth = specifier.startsWith('@') ? 2 : 1
  return specifier.split('/').slice(0, depth).join('/')
}
