import type { Report } from '@tirazh/spec'
import { TabStopType, TextRun } from 'docx'
import { pictureRun } from './image.js'
import { twips } from './page.js'
import type { Drawn } from './paragraphs.js'
import { paragraph, runs } from './paragraphs.js'
import { pictureOf } from './picture.js'
import { accentRule } from './styles.js'
import type { Writer } from './writer.js'

/** The coat of arms, who issued the report and when, the warning, the title and what it is about. */
export function drawHead(report: Report, writing: Writer): readonly Drawn[] {
  const { title, subtitle, issuer, issuedOn, notice } = report
  const date = writing.f.date(issuedOn, 'long')
  return [
    ...drawArms(writing),
    paragraph('Imprint', [...runs(issuer), new TextRun({ text: '\t' }), ...runs(date)], {
      border: { top: accentRule(writing) },
      tabStops: [{ type: TabStopType.RIGHT, position: writing.width }],
    }),
    ...(notice === undefined ? [] : [paragraph('Notice', notice)]),
    paragraph('Title', title),
    ...(subtitle === undefined ? [] : [paragraph('Subtitle', subtitle)]),
  ]
}

/** How high the coat of arms is. */
const armsHeight = twips(18)

/** The coat of arms of the region, where the theme has one. */
export function drawArms(writing: Writer): readonly Drawn[] {
  const { arms } = writing
  if (arms === undefined) return []
  const picture = pictureOf(arms.mediaType, arms.base64)
  if (typeof picture === 'string') {
    writing.context.omit(['title'], `the coat of arms is not drawn: ${picture}`)
    return []
  }
  const asked = (armsHeight * picture.width) / picture.height
  return [paragraph('Drawing', [pictureRun(picture, { asked, alt: arms.alt }, writing)])]
}
