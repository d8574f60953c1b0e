import { type ThemeChanges, themesWith } from '@tirazh/charts'
import type { RenderContext, Renderer, Report } from '@tirazh/spec'
import { renderToString } from 'preact-render-to-string'
import { Body } from './body.js'
import { onestRules, typefaceRules } from './font.js'
import { page } from './page.js'
import { styleSheet } from './style.js'

export interface HtmlOptions {
  /** `embedded` by default: the page carries its font and looks the same everywhere. `system` saves about 25 kB. */
  readonly font?: 'embedded' | 'system'
  /** The colours, the coat of arms and the typeface of a region where they differ from those of the SDK. */
  readonly theme?: ThemeChanges
}

/**
 * Renders a report to one HTML file without scripts and without requests: styles, drawings and font are
 * inside, and its content security policy lets nothing else in.
 * @throws TypeError for a theme that is not fit for use; see `checkTheme` of `@tirazh/charts`
 */
export function html(options: HtmlOptions = {}): Renderer<string> {
  const { font = 'embedded', theme = {} } = options
  const themes = themesWith(theme)
  const faces = (text: string): string => {
    if (font === 'system') return ''
    return theme.font === undefined ? onestRules(text) : typefaceRules(theme.font)
  }
  return {
    format: 'html',
    mediaType: 'text/html',
    extension: 'html',
    async render(report, context) {
      context.signal?.throwIfAborted()
      const body = bodyOf(report, context, theme)
      context.signal?.throwIfAborted()
      const style = styleSheet(body, {
        faces: faces(body),
        family: theme.font?.family ?? 'Onest',
        themes,
        layout: report.layout ?? 'report',
        title: report.title,
        notice: report.notice ?? '',
      })
      return document(report, body, style)
    },
  }
}

function bodyOf(report: Report, context: RenderContext, { coatOfArms }: ThemeChanges): string {
  const arms = coatOfArms === undefined ? {} : { arms: coatOfArms }
  return renderToString(<Body report={report} {...arms} page={page(report, context)} />)
}

async function document(report: Report, body: string, style: string): Promise<string> {
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
      <body class={report.layout} dangerouslySetInnerHTML={{ __html: body }} />
    </html>
  )
  return `<!doctype html>\n${renderToString(whole)}\n`
}

/** In base64, as a content security policy wants it. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}
