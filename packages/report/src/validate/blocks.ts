import type {
  Block,
  Callout,
  Columns,
  Custom,
  Facts,
  Heading,
  Lead,
  List,
  ListItem,
  PageBreak,
  Paragraph,
  Signature,
} from '@tirazh/spec'
import { chart } from './charts.js'
import { image } from './image.js'
import { metrics } from './metrics.js'
import { among, choice, day, flag, words } from './scalars.js'
import { anything, listOf, nested, object, oneOf, optional } from './shape.js'
import { table } from './table.js'
import { inline, truth, value } from './values.js'
import type { Check } from './walk.js'

/** A list of blocks and everything in it. */
export const blocks: Check = nested(listOf((found, walk) => block(found, walk)))

const items: Check = nested(listOf((found, walk) => item(found, walk)))

const item: Check = object<ListItem>({ content: inline, status: optional(truth), items: optional(items) })

const fact: Check = object<Facts['items'][number]>({
  label: words,
  value: (found, walk) => (Array.isArray(found) ? inline(found, walk) : value(found, walk)),
})

const block: Check = oneOf<Block['type']>('BLOCK', 'type', {
  heading: object<Heading>({ type: anything, level: among([2, 3, 4]), text: words }),
  paragraph: object<Paragraph>({ type: anything, content: inline }),
  lead: object<Lead>({ type: anything, content: inline }),
  list: object<List>({ type: anything, ordered: optional(flag), items }),
  metrics,
  table,
  chart,
  columns: object<Columns>({ type: anything, columns: listOf(blocks, 1) }),
  callout: object<Callout>({
    type: anything,
    tone: choice<Callout['tone']>({ attention: true, note: true }),
    title: words,
    blocks,
  }),
  facts: object<Facts>({ type: anything, items: listOf(fact) }),
  image,
  signature: object<Signature>({ type: anything, position: words, name: optional(words), on: optional(day) }),
  'page-break': object<PageBreak>({ type: anything }),
  // What the data are is between the host and its renderer.
  custom: object<Custom>({ type: anything, name: words, data: anything, fallback: blocks }),
})
