import { type ThemeChanges, themesWith } from '@tirazh/charts'
import { type RenderContext, type Renderer, type Report, TirazhError } from '@tirazh/spec'
import { layOut } from './document.js'
import type { PdfEngine, PdfStandard } from './engine.js'
import { fontsOf } from './fonts.js'
import { template } from './template/index.js'
import { typstEngine } from './typst-engine.js'

export interface PdfOptions {
  /** `ua-1`, for readers with assistive technology, by default; `a-2a` for archives. Checked as each file is made. */
  readonly standard?: PdfStandard
  /** The colours, arms and typeface of a region where they differ from those of the SDK. A typeface needs TTF files. */
  readonly theme?: ThemeChanges
  /** Makes the files instead of Typst. */
  readonly engine?: PdfEngine
}

/** A renderer with a worker, which starts with the first report and does not keep a process alive. */
export interface PdfRenderer extends Renderer<Uint8Array> {
  /** Ends the worker; reports that are being made fail. Another report starts it again. */
  close(): Promise<void>
}

/**
 * Renders a report to a tagged PDF. Several at once wait for each other.
 * @throws TypeError for a theme whose colours cannot be told apart or whose typeface has no TTF files
 */
export function pdf(options: PdfOptions = {}): PdfRenderer {
  const { standard = 'ua-1', theme = {}, engine = typstEngine() } = options
  const { light: colours } = themesWith(theme)
  const { coatOfArms } = theme
  const fonts = fontsOf(theme.font)
  const look = { fonts, colours, ...(coatOfArms === undefined ? {} : { coatOfArms }) }

  const render = async (report: Report, context: RenderContext): Promise<Uint8Array> => {
    context.signal?.throwIfAborted()
    engine.prepare?.(fonts.files)
    const { document, files, tables } = layOut(report, context, look)
    context.progress?.(1, 2)
    const job = { template, data: JSON.stringify(document), files, fonts: fonts.files, standard, tables }
    const made = await engine.compile(job, context.signal).catch((error: unknown) => {
      context.signal?.throwIfAborted()
      throw failed(report, error)
    })
    context.progress?.(2, 2)
    return made
  }
  return {
    ...{ format: 'pdf', mediaType: 'application/pdf', extension: 'pdf' },
    ...{ render, close: () => engine.close() },
  }
}

function failed(report: Report, error: unknown): TirazhError {
  const reason = error instanceof Error ? error.message : String(error)
  return new TirazhError(
    'RENDER_FAILED',
    `The report '${report.id}' could not be made into a PDF: ${reason}`,
    { format: 'pdf', report: report.id, reason },
    { cause: error },
  )
}
