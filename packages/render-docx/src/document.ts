import type { Report } from '@tirazh/spec'
import { Document, Header, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx'
import { certificateBands } from './certificate.js'
import { cleanLine } from './clean.js'
import { numberingOf } from './lists.js'
import { twips } from './page.js'
import type { Drawn } from './paragraphs.js'
import { runs } from './paragraphs.js'
import { stylesOf } from './styles.js'
import { tableStyles } from './table-style.js'
import type { Writer } from './writer.js'

/** The whole document: its styles, its page and what stands on it. */
export function documentOf(report: Report, body: readonly Drawn[], writing: Writer): Document {
  const { page } = writing
  return new Document({
    title: cleanLine(report.title),
    creator: cleanLine(report.issuer),
    lastModifiedBy: cleanLine(report.issuer),
    ...(report.subtitle === undefined ? {} : { subject: cleanLine(report.subtitle) }),
    styles: stylesOf(writing),
    externalStyles: tableStyles(writing),
    numbering: numberingOf(writing),
    compatabilityModeVersion: 15,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: {
              // The library turns the sheet itself.
              width: Math.min(page.width, page.height),
              height: Math.max(page.width, page.height),
              orientation: page.across ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: { ...page.margin, header: twips(9), footer: twips(9), gutter: 0 },
          },
        },
        headers: { first: firstHeader(report, writing), default: header(report) },
        children: body,
      },
    ],
  })
}

/** Nothing, or the bands of a certificate. */
function firstHeader({ layout }: Report, writing: Writer): Header {
  const children = layout === 'certificate' ? certificateBands(writing) : []
  return new Header({ children: [new Paragraph({ style: 'Header', children })] })
}

/** The number of the page from the second on, and the warning that every page carries. */
function header({ notice }: Report): Header {
  const number = new Paragraph({
    style: 'Header',
    children: [new TextRun({ children: [PageNumber.CURRENT] })],
  })
  if (notice === undefined) return new Header({ children: [number] })
  return new Header({
    children: [number, new Paragraph({ style: 'Header', children: runs(notice, 'Unmet') })],
  })
}
