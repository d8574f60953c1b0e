import { createRequire } from 'node:module'
import { drawChart } from '@tirazh/charts'
import { type Block, type Cell, type Formats, formats, type Inline, type Report } from '@tirazh/spec'

/** The same content as a PDF by pdfmake: same fonts, drawings, tables and texts, without tags. */
export async function byPdfMake(report: Report): Promise<Uint8Array> {
  const { default: pdfmake } = await import('pdfmake')
  const font = (name: string): string =>
    createRequire(import.meta.url).resolve(`@expo-google-fonts/onest/${name}.ttf`)
  pdfmake.setFonts({
    Onest: { normal: font('400Regular/Onest_400Regular'), bold: font('700Bold/Onest_700Bold') },
  })
  const f = formats(report.locale)
  let charts = 0
  const draw = (block: Block): readonly object[] => {
    switch (block.type) {
      case 'heading':
        return [{ text: block.text, fontSize: 20 - 2 * block.level, bold: true, margin: [0, 8, 0, 4] }]
      case 'lead':
      case 'paragraph':
        return [{ text: inline(block.content, f), fontSize: block.type === 'lead' ? 14 : 9 }]
      case 'list':
        return [{ ul: block.items.map(({ content }) => ({ text: inline(content, f) })), fontSize: 9 }]
      case 'metrics':
        return [
          { columns: block.items.map(({ label, value }) => [label, { text: f.value(value), bold: true }]) },
        ]
      case 'facts':
        return block.items.map(({ label, value }) => ({ text: `${label}: ${f.inline([value].flat())}` }))
      case 'table':
        return [
          { text: block.caption, fontSize: 8 },
          {
            table: {
              headerRows: 1,
              body: [
                block.columns.map(({ title }) => ({ text: title, bold: true })),
                ...block.rows.map((row) => row.map((cell) => text(cell, f))),
                ...(block.total === undefined ? [] : [block.total.map((cell) => text(cell, f))]),
              ],
            },
            layout: 'lightHorizontalLines',
            fontSize: 7,
          },
        ]
      case 'chart': {
        charts += 1
        const { svg } = drawChart(block, { locale: report.locale, width: 'wide', id: `c${charts}` })
        return [
          { text: block.title, bold: true },
          { svg, width: 240 },
        ]
      }
      case 'columns':
        return [{ columns: block.columns.map((blocks) => blocks.flatMap(draw)), columnGap: 12 }]
      case 'callout':
        return [{ text: block.title, bold: true }, ...block.blocks.flatMap(draw)]
      default:
        return []
    }
  }
  const definition = {
    pageSize: 'A4',
    pageMargins: [57, 57, 28, 57],
    defaultStyle: { font: 'Onest', fontSize: 9 },
    header: (page: number) =>
      page === 1 ? '' : { text: String(page), alignment: 'center', margin: [0, 20] },
    content: [
      { text: report.title, fontSize: 22, bold: true },
      report.subtitle ?? '',
      report.notice ?? '',
      ...report.blocks.flatMap(draw),
    ],
  }
  return pdfmake.createPdf(definition).getBuffer()
}

function inline(content: Inline, f: Formats): readonly object[] {
  return content.map((value) => ({ text: f.value(value), bold: typeof value !== 'string' }))
}

function text(cell: Cell, f: Formats): string {
  return cell === null ? '' : f.value(cell)
}
