import type { Renderer } from '@tirazh/spec'
import type { RendererCase, RendererLaw } from './renderer-case.js'
import { rendererCases } from './renderer-cases.js'

export interface CheckRendererOptions {
  /** For messages: `html`, `asciidoc`, … */
  readonly name: string
  /** A renderer; called anew where a case needs one of its own. */
  readonly create: () => Renderer
  /**
   * The words of a file in the order in which they are read, for formats that are not text. Of a text
   * format it is the file itself unless told. Without it cases that read a file of bytes are skipped.
   */
  readonly textOf?: (file: string | Uint8Array) => string | Promise<string>
}

/** What one case found out. */
export interface RendererResult {
  readonly renderer: string
  readonly id: string
  readonly law: RendererLaw
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** What does not hold, if the case failed. */
  readonly failure?: Error
  /** Why the case was skipped, if it was. */
  readonly reason?: string
}

/** Runs every case, one after the other, and returns what was found. A failed case is a result, not a throw. */
export async function checkRenderer(options: CheckRendererOptions): Promise<readonly RendererResult[]> {
  const results: RendererResult[] = []
  for (const rendererCase of rendererCases) {
    const about = { renderer: options.name, id: rendererCase.id, law: rendererCase.law }
    try {
      const reason = await runRendererCase(rendererCase, options)
      results.push(
        reason === undefined ? { ...about, outcome: 'passed' } : { ...about, outcome: 'skipped', reason },
      )
    } catch (thrown) {
      const failure = thrown instanceof Error ? thrown : new Error(String(thrown))
      results.push({ ...about, outcome: 'failed', failure })
    }
  }
  return results
}

/** Runs one case. Returns why it was skipped, if it was. */
export async function runRendererCase(
  { run, readsText = false }: RendererCase,
  { create, textOf }: CheckRendererOptions,
): Promise<string | undefined> {
  let unread = false
  const itself = (file: string | Uint8Array): string => {
    if (typeof file === 'string') return file
    unread = true
    return ''
  }
  let reason: string | undefined
  try {
    reason = (await run({ create, textOf: textOf ?? itself })) ?? undefined
  } catch (error) {
    if (!unread) throw error
  }
  if (reason !== undefined) return reason
  return readsText && unread ? 'no `textOf` was handed in, and the file is not text' : undefined
}
