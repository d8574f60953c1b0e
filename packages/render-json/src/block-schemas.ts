import type {
  Block,
  Callout,
  Column,
  ColumnKind,
  Columns,
  Custom,
  Facts,
  Heading,
  Image,
  ImageSource,
  Lead,
  List,
  ListItem,
  Metric,
  Metrics,
  PageBreak,
  Paragraph,
  Signature,
  Table,
  TrendPoint,
} from '@tirazh/spec'
import {
  constant,
  day,
  either,
  flag,
  type JsonSchema,
  list,
  nullOr,
  number,
  object,
  oneOfTexts,
  optional,
  ref,
  text,
  words,
} from './schema-parts.js'

const blocks: JsonSchema = list(ref('block'))
const cells: JsonSchema = list(nullOr(ref('value')))

const metric: JsonSchema = object<Metric>({
  label: words,
  value: ref('typedValue'),
  note: optional(text),
  plan: optional(ref('typedValue')),
  trend: optional(list(object<TrendPoint>({ label: text, value: nullOr(number) }), { minItems: 1 })),
})

const column: JsonSchema = object<Column>({
  title: text,
  as: optional(
    oneOfTexts<ColumnKind>({
      ...{ text: true, number: true, money: true, share: true, date: true, status: true, reference: true },
    }),
  ),
  align: optional(oneOfTexts<NonNullable<Column['align']>>({ start: true, end: true })),
  rowHeader: optional(flag),
  bar: optional(flag),
  narrow: optional(flag),
})

const sources: Readonly<Record<ImageSource['as'], JsonSchema>> = {
  file: object<Extract<ImageSource, { readonly as: 'file' }>>({
    as: constant('file'),
    mediaType: { enum: ['image/png', 'image/jpeg'] },
    base64: { type: 'string', minLength: 4, contentEncoding: 'base64' },
  }),
  qr: object<Extract<ImageSource, { readonly as: 'qr' }>>({ as: constant('qr'), text: words }),
}

const kinds: Readonly<Record<Block['type'], JsonSchema>> = {
  heading: object<Heading>({ type: constant('heading'), level: { enum: [2, 3, 4] }, text: words }),
  paragraph: object<Paragraph>({ type: constant('paragraph'), content: ref('inline') }),
  lead: object<Lead>({ type: constant('lead'), content: ref('inline') }),
  list: object<List>({ type: constant('list'), ordered: optional(flag), items: list(ref('listItem')) }),
  metrics: object<Metrics>({ type: constant('metrics'), items: list(metric) }),
  table: object<Table>({
    type: constant('table'),
    caption: words,
    columns: list(column, { minItems: 1 }),
    rows: list(cells),
    total: optional(cells),
    note: optional(text),
  }),
  chart: ref('chart'),
  columns: object<Columns>({ type: constant('columns'), columns: list(blocks, { minItems: 1 }) }),
  callout: object<Callout>({
    type: constant('callout'),
    tone: oneOfTexts<Callout['tone']>({ attention: true, note: true }),
    title: words,
    blocks,
  }),
  facts: object<Facts>({
    type: constant('facts'),
    items: list(object<Facts['items'][number]>({ label: words, value: either(ref('value'), ref('inline')) })),
  }),
  image: object<Image>({
    type: constant('image'),
    source: either(...Object.values(sources)),
    alt: words,
    caption: optional(text),
    width: optional({ type: 'number', exclusiveMinimum: 0 }),
  }),
  signature: object<Signature>({
    type: constant('signature'),
    position: words,
    name: optional(words),
    on: optional(day),
  }),
  'page-break': object<PageBreak>({ type: constant('page-break') }),
  custom: {
    ...object<Custom>({ type: constant('custom'), name: words, data: {}, fallback: blocks }),
    required: ['type', 'name', 'fallback'],
  },
}

/** Blocks and what they are made of, by name. */
export const blockSchemas: Readonly<Record<string, JsonSchema>> = {
  listItem: object<ListItem>({
    content: ref('inline'),
    status: optional(ref('truth')),
    items: optional(list(ref('listItem'))),
  }),
  block: either(...Object.values(kinds)),
}
