import {
  AlignmentType,
  BorderStyle,
  type IBorderOptions,
  type IParagraphStyleOptions,
  type IPropertiesOptions,
  LineRuleType,
} from 'docx'
import type { Writer } from './writer.js'

/** What the paragraphs of a document are, by the id of their style. */
export type ParagraphStyle =
  | 'Title'
  | 'Subtitle'
  | 'Imprint'
  | 'Notice'
  | 'Lead'
  | 'Normal'
  | 'ListParagraph'
  | 'Caption'
  | 'ChartTitle'
  | 'Drawing'
  | 'Note'
  | 'HowCounted'
  | TableStyle
  | `${TableStyle}${'Compact' | 'Fine'}`
  | 'FinePrint'
  | 'FactLabel'
  | 'MetricLabel'
  | 'MetricValue'
  | 'MetricValueLong'
  | 'MetricValueLongest'
  | 'MetricNote'
  | 'CalloutTitle'
  | 'Tile'
  | 'Signature'
  | 'Provenance'
  | 'Gap'
  | 'Header'

/** What stands in the cells of a table of data. */
export type TableStyle = 'TableText' | 'TableHead' | 'TableFigure' | 'TableTotal' | 'TableTotalFigure'

/** What the runs of a document are, by the id of their style. */
export type RunStyle =
  | 'Hyperlink'
  | 'Figure'
  | 'Unit'
  | 'Unknown'
  | 'Met'
  | 'Unsure'
  | 'Unmet'
  | 'Strong'
  | 'Muted'

const lineRule = LineRuleType.AUTO

/** The styles of a document, so that one change in Word changes it everywhere. */
export function stylesOf(writing: Writer): NonNullable<IPropertiesOptions['styles']> {
  const { colour, font } = writing
  const certificate = writing.page.across && writing.page.margin.left === writing.page.margin.right
  const heading = (size: number, before: number) => ({
    run: { size, bold: true, color: colour('ink'), font },
    paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
  })
  return {
    default: {
      document: {
        run: {
          ...{ font, size: 21 },
          language: { value: writing.f.locale === 'ru' ? 'ru-RU' : 'en-GB' },
        },
        paragraph: { spacing: { after: 120, line: 264, lineRule } },
      },
      title: {
        run: { size: certificate ? 72 : 44, bold: true, color: colour('ink'), font },
        paragraph: {
          spacing: { before: certificate ? 480 : 160, after: 60, line: 240, lineRule },
          keepNext: true,
        },
      },
      heading1: heading(30, 360),
      heading2: heading(25, 280),
      heading3: heading(22, 240),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
      hyperlink: { run: { color: colour('accent'), underline: { type: 'single' } } },
    },
    paragraphStyles: paragraphStyles(writing, certificate),
    characterStyles: [
      { id: 'Figure', name: 'Figure', run: { bold: true, color: colour('accent') } },
      { id: 'Unit', name: 'Unit', run: { size: 20, bold: false, color: colour('muted') } },
      { id: 'Unknown', name: 'Unknown', run: { italics: true, color: colour('muted') } },
      { id: 'Met', name: 'Met', run: { color: colour('good') } },
      { id: 'Unsure', name: 'Unsure', run: { color: colour('muted') } },
      { id: 'Unmet', name: 'Unmet', run: { color: colour('mark') } },
      { id: 'Strong', name: 'Strong', run: { bold: true } },
      { id: 'Muted', name: 'Muted', run: { color: colour('muted') } },
    ],
  }
}

function paragraphStyles({ colour }: Writer, certificate: boolean): readonly IParagraphStyleOptions[] {
  const muted = { color: colour('muted') }
  const toTheRight = { alignment: AlignmentType.RIGHT }
  const tight = { spacing: { before: 0, after: 0, line: 240, lineRule } }
  const style = (
    id: ParagraphStyle,
    name: string,
    run: IParagraphStyleOptions['run'],
    paragraph: IParagraphStyleOptions['paragraph'],
    basedOn: ParagraphStyle | undefined = 'Normal',
  ): IParagraphStyleOptions => ({
    ...{ id, name, quickFormat: true, run: run ?? {}, paragraph: paragraph ?? {} },
    ...(id === 'Normal' ? {} : { basedOn }),
  })
  return [
    // Not among the defaults: LibreOffice would let them win over the colours of runs in tables.
    style('Normal', 'Normal', { color: colour('ink'), ...(certificate ? { size: 26 } : {}) }, {}),
    style('Subtitle', 'Subtitle', { size: 24, ...muted }, { spacing: { after: 240 } }),
    style('Imprint', 'Imprint', { size: 18, ...muted }, { spacing: { before: 0, after: 40 } }),
    style('Notice', 'Notice', { size: 18, bold: true, color: colour('mark') }, { spacing: { after: 40 } }),
    style('Lead', 'Lead', certificate ? { size: 48, bold: true, color: colour('accent') } : { size: 28 }, {
      spacing: { before: 120, after: 200, line: 276, lineRule },
    }),
    style(
      'Caption',
      'caption',
      { size: 19, ...muted },
      { keepNext: true, spacing: { before: 200, after: 80 } },
    ),
    style(
      'ChartTitle',
      'Chart title',
      { bold: true },
      { keepNext: true, spacing: { before: 200, after: 60 } },
    ),
    style('Drawing', 'Drawing', {}, { spacing: { before: 0, after: 60, line: 240, lineRule } }),
    style(
      'Note',
      'Note',
      { size: 18, ...muted },
      { spacing: { before: 60, after: 80, line: 252, lineRule } },
    ),
    style(
      'HowCounted',
      'How counted',
      { size: 16, ...muted },
      { spacing: { before: 40, after: 40, line: 240, lineRule } },
    ),
    style('TableText', 'Table text', { size: 18 }, tight),
    style('TableTextCompact', 'Table text compact', { size: 16 }, tight),
    style('TableTextFine', 'Table text fine', { size: 15 }, tight),
    ...(['', 'Compact', 'Fine'] as const).flatMap((kind) => {
      const name = (of: string): string => (kind === '' ? of : `${of} ${kind.toLowerCase()}`)
      return [
        style(`TableHead${kind}`, name('Table head'), { bold: true }, { keepNext: true }, `TableText${kind}`),
        style(`TableFigure${kind}`, name('Table figure'), {}, toTheRight, `TableText${kind}`),
        style(`TableTotal${kind}`, name('Table total'), { bold: true }, {}, `TableText${kind}`),
        style(
          `TableTotalFigure${kind}`,
          name('Table total figure'),
          { bold: true },
          {},
          `TableFigure${kind}`,
        ),
      ]
    }),
    style('FinePrint', 'Fine print', { size: 15, ...muted }, {}, 'TableText'),
    style('FactLabel', 'Fact label', { ...muted }, {}, 'TableText'),
    style('MetricLabel', 'Metric label', { size: 17, ...muted }, { ...tight, keepNext: true }),
    style('MetricValue', 'Metric value', { size: 40, bold: true }, { ...tight, keepNext: true }),
    style('MetricValueLong', 'Metric value long', { size: 32 }, {}, 'MetricValue'),
    style('MetricValueLongest', 'Metric value longest', { size: 24 }, {}, 'MetricValue'),
    style(
      'MetricNote',
      'Metric note',
      { size: 17 },
      { spacing: { before: 40, after: 0, line: 240, lineRule } },
    ),
    style(
      'CalloutTitle',
      'Callout title',
      { bold: true },
      { keepNext: true, spacing: { before: 40, after: 60 } },
    ),
    style('Tile', 'Tile', { size: 14 }, { ...tight, alignment: AlignmentType.CENTER }),
    style('Signature', 'Signature', {}, { ...tight, keepLines: true }),
    style(
      'Provenance',
      'Provenance',
      { size: 18 },
      { spacing: { before: 0, after: 20, line: 250, lineRule } },
    ),
    style('Gap', 'Gap', { size: 8 }, { spacing: { before: 0, after: 60, line: 160, lineRule } }),
    style('Header', 'header', { size: 18, ...muted }, { ...tight, alignment: AlignmentType.CENTER }),
  ]
}

/** The rule in the accent colour above the head of a document. */
export function accentRule({ colour }: Writer): IBorderOptions {
  return { style: BorderStyle.SINGLE, size: 36, space: 6, color: colour('accent') }
}
