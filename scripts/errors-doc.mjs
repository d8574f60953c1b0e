// Writes docs/errors.md from the doc comments of ErrorDetails. With --check it only compares.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

const source = new URL('../packages/spec/src/errors.ts', import.meta.url)
const target = new URL('../docs/errors.md', import.meta.url)

const file = ts.createSourceFile('errors.ts', readFileSync(source, 'utf8'), ts.ScriptTarget.Latest, true)
const interfaces = new Map(
  file.statements.filter(ts.isInterfaceDeclaration).map((node) => [node.name.text, node]),
)
const registry = interfaces.get('ErrorDetails')
if (registry === undefined) throw new Error(`${fileURLToPath(source)} declares no interface ErrorDetails`)

const page = `# Errors

<!-- Written by \`npm run docs:errors\` from packages/spec/src/errors.ts. Do not edit. -->

Runtime failures are a \`TirazhError\` with a stable \`code\` and typed \`details\`. Tell them apart with \`isTirazhError(error, code)\`. Messages are for people and may change in any release. Wrong arguments are a \`TypeError\` whose sentence says the remedy.

${registry.members.map(errorSection).join('\n\n')}

## Shapes in details

${usedShapes().map(shapeSection).join('\n\n')}
`

if (!process.argv.includes('--check')) {
  writeFileSync(target, page)
} else if (!existsSync(target) || readFileSync(target, 'utf8') !== page) {
  console.error('docs/errors.md is not what packages/spec/src/errors.ts says. Run: npm run docs:errors')
  process.exit(1)
}

/** @param {ts.TypeElement} member */
function errorSection(member) {
  const fields =
    ts.isPropertySignature(member) && member.type && ts.isTypeLiteralNode(member.type)
      ? member.type.members.map(field)
      : []
  return [`## ${member.name?.getText()}`, comment(member), fields.join('\n')].filter(Boolean).join('\n\n')
}

/** @param {ts.InterfaceDeclaration} node */
function shapeSection(node) {
  return `### ${node.name.text}\n\n${comment(node)}\n\n${node.members.map(field).join('\n')}`
}

/** @param {ts.TypeElement} member */
function field(member) {
  const said = comment(member, false)
  const type = ts.isPropertySignature(member) ? member.type?.getText() : undefined
  return `- \`${member.name?.getText()}: ${type}\`${said ? `: ${said}` : ''}`
}

/** Interfaces of the same file that details name. */
function usedShapes() {
  const named = [...interfaces.values()].filter((node) => node !== registry)
  return named.filter((node) => new RegExp(`\\b${node.name.text}\\b`).test(registry.getText()))
}

/** The sentence of a doc comment, on one line. */
function comment(node, required = true) {
  const [first] = ts.getJSDocCommentsAndTags(node)
  const text = ts.getTextOfJSDocComment(first?.comment)?.replace(/\s+/g, ' ').trim() ?? ''
  if (required && text === '')
    throw new Error(`${node.name?.getText()} has no doc comment in ${fileURLToPath(source)}`)
  return text
}
