import type { RenderContext, Renderer, Report } from '@tirazh/spec'

/**
 * What every renderer must keep to. R1: same report, same bytes; what a format cannot draw is listed, never
 * dropped. R2: whoever waits for a file hears how far it is, and can stop waiting.
 */
export type RendererLaw = 'R1' | 'R2'

/** One thing that holds for every renderer, and the way to see whether it does. */
export interface RendererCase {
  /** Stable: `area/says-what-holds`. */
  readonly id: string
  /** The law that the case proves. */
  readonly law: RendererLaw
  /** Whether the case reads the words of a file, which only its text shows. */
  readonly readsText?: boolean
  /** Throws an Error whose sentence says what does not hold. Returns why it could not be seen here, if so. */
  run(setting: RendererSetting): Promise<string | undefined> | Promise<void>
}

export interface RendererSetting {
  /** A renderer of its own. */
  create(): Renderer
  /** The words of a file in the order in which they are read, without markup. */
  textOf(file: string | Uint8Array): string | Promise<string>
}

/** A file with what its renderer said of it. */
export interface Drawn {
  readonly file: string | Uint8Array
  readonly omitted: readonly { readonly at: readonly (string | number)[]; readonly why: string }[]
}

/** Draws a report in a context that links every report, but for what the case changes in it. */
export async function draw(
  renderer: Renderer,
  report: Report,
  changes: Partial<RenderContext> = {},
): Promise<Drawn> {
  const omitted: Drawn['omitted'][number][] = []
  const file = await renderer.render(report, {
    omit: (at, why) => void omitted.push({ at: [...at], why }),
    link: (id) => `${encodeURIComponent(id)}.html`,
    ...changes,
  })
  return { file, omitted }
}

/** Whether what is at a path, or something that holds it, is listed as omitted. */
export function isListed({ omitted }: Drawn, at: readonly (string | number)[]): boolean {
  return omitted.some((omission) => omission.at.every((step, n) => step === at[n]))
}
