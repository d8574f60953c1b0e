import { join } from 'node:path'
import ts from 'typescript'
import { root } from './workspace.js'

/** What the compiler has against these files, as `line: message`, with the settings of the repository. */
export function problemsByFile(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile)
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root)
  const program = ts.createProgram(files, {
    ...options,
    // A block is a module even if it imports nothing, and publishes no declarations.
    moduleDetection: ts.ModuleDetectionKind.Force,
    declaration: false,
    isolatedDeclarations: false,
  })
  return new Map(
    files.map((file) => {
      const source = program.getSourceFile(file)
      if (source === undefined) throw new Error(`The compiler did not read ${file}`)
      const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
      return [file, found.map(inWords)]
    }),
  )
}

function inWords(problem: ts.Diagnostic): string {
  const line = problem.file?.getLineAndCharacterOfPosition(problem.start ?? 0).line ?? 0
  return `${line + 1}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`
}
