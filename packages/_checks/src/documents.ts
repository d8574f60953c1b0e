import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { root, type SourceFile, sourceFile, workspaces } from './workspace.js'

/** A fenced block of a document. */
export interface Block {
  /** `README.md:12`, the line of its first fence. */
  readonly place: string
  readonly line: number
  /** The first word after the fence; empty where there is none. */
  readonly language: string
  /** What follows the language: `no-run`, `types`. */
  readonly note: string
  readonly text: string
}

/** Every Markdown document that people read. */
export function documents(): readonly SourceFile[] {
  const workspaceReadmes = [...workspaces('packages'), ...workspaces('examples')].map(({ path }) =>
    join(path, 'README.md'),
  )
  const guides = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !name.startsWith('api'))
    .sort()
    .map((name) => join(root, 'docs', name))
  return [join(root, 'README.md'), join(root, 'CONTRIBUTING.md'), ...workspaceReadmes, ...guides]
    .filter((path) => existsSync(path))
    .map(sourceFile)
}

/** The fenced blocks of a document, in order. */
export function blocksOf(document: SourceFile): readonly Block[] {
  const blocks: Block[] = []
  let open: { fence: string; line: number; info: string; lines: string[] } | undefined
  document.text.split('\n').forEach((text, index) => {
    const [, fence = '', info = ''] = /^\s*(`{3,}|~{3,})(.*)$/.exec(text) ?? []
    if (open === undefined) {
      if (fence !== '') open = { fence, line: index + 1, info: info.trim(), lines: [] }
    } else if (fence === open.fence && info.trim() === '') {
      const [language = '', ...note] = open.info.split(/\s+/)
      blocks.push({
        place: `${document.name}:${open.line}`,
        line: open.line,
        language,
        note: note.join(' '),
        text: `${open.lines.join('\n')}\n`,
      })
      open = undefined
    } else {
      open.lines.push(text)
    }
  })
  if (open !== undefined) throw new Error(`${document.name}:${open.line}: the block is not closed`)
  return blocks
}

/** Where the links of a document lead inside the repository, without anchors. */
export function relativeLinks(document: SourceFile): readonly string[] {
  const prose = document.text.replace(/^\s*(`{3,}).*?^\s*\1/gms, '').replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !/^[a-z]+:/.test(target))
}
