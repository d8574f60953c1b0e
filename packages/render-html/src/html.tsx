import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { renderToString } from 'preact-render-to-string'
import { Body } from './body.js'
import { fontFaces } from './font.js'
import { page } from './page.js'
import { styleSheet } from './style.js'
import { type ThemeChanges, type Themes, themesWith } from './theme.js'

export interface HtmlOptions {
  /** `embedded` by default: the page carries Onest and looks the same everywhere. `system` saves about 110 kB. */
  readonly font?: 'embedded' | 'system'
  /** The colours of a region where they differ from those of the SDK. */
  readonly theme?: ThemeChanges
}

/**
 * Renders a report to one HTML file without scripts and without requests: styles, drawings and font are
 * inside, and its content security policy lets nothing else in.
 * @throws TypeError for a theme whose colours cannot be told apart; see `checkTheme`
 */
export function html(options: HtmlOptions = {}): Renderer<string> {
  const { font = 'embedded' } = options
  const colours = themesWith(options.theme ?? {})
  return {
    format: 'html',
    mediaType: 'text/html',
    extension: 'html',
    render: (report, context) => document(report, context, font, colours),
  }
}

async function document(
  report: Report,
  context: RenderContext,
  font: 'embedded' | 'system',
  colours: Themes,
): Promise<string> {
  const body = renderToString(<Body report={report} page={page(report, context)} />)
  const faces = font === 'embedded' ? fontFaces(body) : ''
  const style = styleSheet(faces, colours, { title: report.title, notice: report.notice ?? '' })
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${await sha256(style)}'`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const whole = (
    <html lang={report.locale}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{report.title}</title>
        <link rel="icon" href="data:," />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body dangerouslySetInnerHTML={{ __html: body }} />
    </html>
  )
  return `<!doctype html>\n${renderToString(whole)}\n`
}

/** In base64, as a content security policy wants it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}
