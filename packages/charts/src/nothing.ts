import { formats, reportWords } from '@tirazh/spec'
import type { Canvas, Picture } from './drawing.js'
import { el } from './svg.js'

/** A chart without items says so. */
export function drawNothing({ locale, fill }: Canvas): Picture {
  const text = formats(locale).text(reportWords.noData)
  return { height: 32, content: [el('text', { x: 0, y: 20, 'font-size': 13, ...fill('muted') }, text)] }
}
