import { type RenderContext, type Renderer, type Report, type Signal, TirazhError } from '@tirazh/spec'
import { reportIssues } from './validate/report-issues.js'

export type { ReportIssue, ReportIssueCode } from './validate/problems.js'
export { reportIssues }

/** A rendered report with what the format could not draw. */
export interface Rendered<Out extends string | Uint8Array> {
  readonly body: Out
  readonly mediaType: string
  readonly extension: string
  readonly omitted: readonly Omission[]
}

export interface Omission {
  /** The path of the block within the report. */
  readonly at: readonly (string | number)[]
  readonly why: string
}

export interface RenderOptions {
  /** The address of another report; by default nothing is linked. */
  readonly link?: (report: string) => string | undefined
  /** Stops the work: what was asked for is rejected with the reason of the signal. */
  readonly signal?: Signal
  /** Hears how far the work on the report is; a quick format says nothing. */
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Renders a report with one of the formats. The type of the result follows from the renderer: text
 * formats give a `string`, binary ones a `Uint8Array`.
 * @throws REPORT_INVALID with every issue, before the renderer sees the report; the reason of the signal
 */
export async function render<Out extends string | Uint8Array>(
  report: Report,
  renderer: Renderer<Out>,
  { link = () => undefined, signal, onProgress }: RenderOptions = {},
): Promise<Rendered<Out>> {
  signal?.throwIfAborted()
  refuse(report)
  const omitted: Omission[] = []
  const context: RenderContext = {
    omit: (at, why) => void omitted.push({ at: [...at], why }),
    link,
    ...(signal === undefined ? {} : { signal }),
    ...(onProgress === undefined ? {} : { progress: onProgress }),
  }
  try {
    const body = await renderer.render(report, context)
    return { body, mediaType: renderer.mediaType, extension: renderer.extension, omitted }
  } finally {
    // Whatever came of work that nobody waits for any more, the reason is the answer.
    signal?.throwIfAborted()
  }
}

export interface RenderAllOptions extends Omit<RenderOptions, 'onProgress'> {
  /** How many reports there are; known of an array or a set unless told. */
  readonly total?: number
  /** Hears after each report how many are rendered, and of how many if that is known. */
  readonly onProgress?: (done: number, total: number | undefined) => void
}

export interface RenderedReport<Out extends string | Uint8Array> {
  readonly report: Report
  readonly rendered: Rendered<Out>
}

/**
 * Renders reports one by one, such as a certificate for each practice: the next is made when it is asked
 * for, so that no more than one is in memory.
 * @throws REPORT_INVALID at the first report that is not valid; the reason of the signal
 */
export async function* renderAll<Out extends string | Uint8Array>(
  reports: Iterable<Report> | AsyncIterable<Report>,
  renderer: Renderer<Out>,
  { total = countOf(reports), onProgress, ...options }: RenderAllOptions = {},
): AsyncGenerator<RenderedReport<Out>, void, undefined> {
  options.signal?.throwIfAborted()
  let done = 0
  for await (const report of reports) {
    const rendered = await render(report, renderer, options)
    onProgress?.(++done, total)
    yield { report, rendered }
    options.signal?.throwIfAborted()
  }
}

function countOf(reports: Iterable<Report> | AsyncIterable<Report>): number | undefined {
  if (Array.isArray(reports)) return reports.length
  return reports instanceof Set ? reports.size : undefined
}

function refuse(report: Report): void {
  const issues = reportIssues(report)
  const [first] = issues
  if (first === undefined) return
  const more = issues.length > 1 ? ` and ${issues.length - 1} more` : ''
  throw new TirazhError(
    'REPORT_INVALID',
    `The report ${JSON.stringify(report?.id)} is not valid: ${first.path.join('.')}: ${first.message.en}${more}`,
    { issues },
  )
}
