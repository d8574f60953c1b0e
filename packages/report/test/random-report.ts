import type {
  Basis,
  Block,
  Cell,
  Chart,
  Column,
  ListItem,
  Metric,
  PlainDate,
  Provenance,
  Report,
  Truth,
  TypedValue,
  Value,
} from '@tirazh/spec'
import fc from 'fast-check'

const letters = fc.constantFrom('а', 'Ё', 'w', ' ', '1', '<', '*', '|', '\n', '🙂', '\u202e')
const text = fc.string({ unit: letters, maxLength: 8 })
const words = text.map((rest) => `с${rest}`)
const figure = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 })
const part = figure.map(Math.abs)
const truth = fc.constantFrom<Truth>('met', 'unknown', 'unmet')
const day = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as PlainDate)

/** Some of the optional fields, or none. */
function some<T extends object>(
  fields: { readonly [Field in keyof T]: fc.Arbitrary<T[Field]> },
): fc.Arbitrary<Partial<T>> {
  return fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>
}

/** The fields of both. */
function both<A, B>(a: fc.Arbitrary<A>, b: fc.Arbitrary<B>): fc.Arbitrary<A & B> {
  return fc.tuple(a, b).map(([one, other]) => ({ ...one, ...other }))
}

const basis: fc.Arbitrary<Basis> = both(
  fc.record({
    rule: words,
    records: fc.array(
      fc.record({
        kind: words,
        noun: fc.record({
          ru: fc.record({ one: words, few: words, many: words }),
          en: fc.record({ one: words, other: words }),
        }),
        ids: fc.array(text, { maxLength: 3 }),
      }),
      { maxLength: 2 },
    ),
  }),
  some({ report: words }),
)

const unknown = fc.record({ as: fc.constant('unknown' as const), text: words })

const values = {
  number: both(
    fc.record({ as: fc.constant('number' as const), value: figure }),
    some({
      digits: fc.integer({ min: 0, max: 20 }),
      unit: words,
      bound: fc.constantFrom('more-than' as const, 'at-least' as const),
      basis,
    }),
  ),
  interval: both(
    fc.tuple(figure, part).map(([low, more]) => ({ as: 'interval' as const, low, high: low + more })),
    some({ unit: words, basis }),
  ),
  money: both(
    fc.record({
      as: fc.constant('money' as const),
      minor: fc.maxSafeInteger(),
      currency: fc.constant('RUB' as const),
    }),
    some({ basis }),
  ),
  share: both(
    fc.record({ as: fc.constant('share' as const), value: figure }),
    some({ digits: fc.integer({ min: 0, max: 20 }), signed: fc.boolean(), basis }),
  ),
  date: both(
    fc.record({ as: fc.constant('date' as const), value: day }),
    some({ style: fc.constantFrom('short' as const, 'long' as const) }),
  ),
  status: both(
    fc.record({ as: fc.constant('status' as const), status: truth, text: words }),
    some({ basis }),
  ),
  reference: both(
    fc.record({ as: fc.constant('reference' as const), text: words }),
    some({ record: fc.record({ kind: words, id: words }), report: words }),
  ),
}

const typedValue: fc.Arbitrary<TypedValue> = fc.oneof(...Object.values(values), unknown)
const value: fc.Arbitrary<Value> = fc.oneof(text, typedValue)
const inline = fc.array(value, { maxLength: 3 })

const metric: fc.Arbitrary<Metric> = fc
  .oneof(
    fc.tuple(values.number, figure).map(([of, plan]) => ({ value: of, plan: { ...of, value: plan } })),
    fc.tuple(values.share, figure).map(([of, plan]) => ({ value: of, plan: { ...of, value: plan } })),
    fc.record({ value: unknown, plan: values.money }),
    fc.record({ value: values.money }),
  )
  .chain((figures) => {
    const last =
      figures.value.as === 'money'
        ? figures.value.minor
        : 'value' in figures.value
          ? figures.value.value
          : null
    const trend = fc
      .array(fc.record({ label: text, value: fc.option(figure) }), { maxLength: 3 })
      .map((points) => [...points, { label: 'ныне', value: last }])
    return both(both(fc.record({ label: words }), fc.constant(figures)), some({ note: text, trend }))
  })

const cellOf = {
  text,
  number: fc.oneof(values.number, values.interval),
  money: values.money,
  share: values.share,
  date: values.date,
  status: values.status,
  reference: values.reference,
}

const column: fc.Arbitrary<{ readonly column: Column; readonly cells: readonly Cell[] }> = fc.oneof(
  ...Object.entries(cellOf).map(([as, cell]) =>
    fc.record({
      column: both(
        fc.record({ title: text, as: fc.constant(as as NonNullable<Column['as']>) }),
        some({ rowHeader: fc.boolean(), bar: fc.boolean(), narrow: fc.boolean() }),
      ),
      cells: fc.array(fc.oneof(cell, unknown, fc.constant(null)), { minLength: 3, maxLength: 3 }),
    }),
  ),
  fc.record({
    column: both(
      fc.record({ title: text }),
      some({ align: fc.constantFrom('start' as const, 'end' as const) }),
    ),
    cells: fc.array(fc.oneof(value, fc.constant(null)), { minLength: 3, maxLength: 3 }),
  }),
)

const table: fc.Arbitrary<Block> = fc.array(column, { minLength: 1, maxLength: 4 }).chain((columns) => {
  const [first = [], second = [], total = []] = [0, 1, 2].map((row) =>
    columns.map(({ cells }) => cells[row] ?? null),
  )
  return both(
    fc.record({
      type: fc.constant('table' as const),
      caption: words,
      columns: fc.constant(columns.map((each) => each.column)),
      rows: fc.constantFrom([], [first], [first, second]),
    }),
    some({ total: fc.constantFrom(total, ['Всего', ...total.slice(1)]), note: text }),
  )
})

const point = fc.option(figure)

function labelled<Item>(item: fc.Arbitrary<Item>) {
  return {
    ...{ type: fc.constant('chart' as const), title: words, labelTitle: text, valueTitle: text },
    items: fc.array(item, { maxLength: 3 }),
  }
}

const planned = both(fc.record({ label: text, value: point }), some({ plan: figure }))
const length = fc.integer({ min: 1, max: 4 })

const chart: fc.Arbitrary<Chart> = both(
  fc.oneof(
    fc.record({
      ...labelled(fc.record({ label: text, value: point })),
      chart: fc.constant('bars' as const),
    }),
    fc.record({ ...labelled(planned), chart: fc.constantFrom('columns' as const, 'bullet' as const) }),
    length.chain((labels) =>
      fc.record({
        ...{ type: fc.constant('chart' as const), title: words, labelTitle: text },
        chart: fc.constant('line' as const),
        labels: fc.array(text, { minLength: labels, maxLength: labels }),
        series: fc.array(
          fc.record({ title: words, values: fc.array(point, { minLength: labels, maxLength: labels }) }),
          { minLength: 1, maxLength: 4 },
        ),
      }),
    ),
    fc.record({
      ...{ type: fc.constant('chart' as const), title: words, labelTitle: text },
      ...{ chart: fc.constant('dumbbell' as const), fromTitle: words, toTitle: words },
      items: fc.array(fc.record({ label: text, from: point, to: point }), { maxLength: 3 }),
    }),
    length.chain((parts) =>
      fc.record({
        ...{ type: fc.constant('chart' as const), title: words, labelTitle: text },
        chart: fc.constant('stacked' as const),
        parts: fc.array(words, { minLength: parts, maxLength: parts }),
        items: fc.array(
          fc.record({
            label: text,
            values: fc.array(fc.option(part), { minLength: parts, maxLength: parts }),
          }),
          { maxLength: 3 },
        ),
      }),
    ),
    fc.record({
      ...{ type: fc.constant('chart' as const), title: words, labelTitle: text, valueTitle: text },
      chart: fc.constant('tiles' as const),
      tiles: fc.uniqueArray(
        fc.record({ x: fc.nat(9), y: fc.nat(9), short: fc.constant('Арз'), label: text, value: point }),
        { selector: ({ x, y }) => `${x} ${y}`, maxLength: 4 },
      ),
      breaks: fc
        .uniqueArray(figure, { maxLength: 4, comparator: (a, b) => a === b })
        .map((all) => all.sort((a, b) => a - b)),
    }),
  ),
  some({ note: text, unit: text }),
)

const image: fc.Arbitrary<Block> = both(
  fc.record({
    type: fc.constant('image' as const),
    alt: words,
    source: fc.oneof(
      fc.record({
        as: fc.constant('file' as const),
        mediaType: fc.constant('image/png' as const),
        base64: fc.constant('iVBORw0KGgo='),
      }),
      fc.record({
        as: fc.constant('file' as const),
        mediaType: fc.constant('image/jpeg' as const),
        base64: fc.constant('/9j/AAAA'),
      }),
      fc.record({ as: fc.constant('qr' as const), text: words }),
    ),
  }),
  some({ caption: text, width: fc.integer({ min: 1, max: 200 }) }),
)

const { block } = fc.letrec<{ block: Block; item: ListItem }>((tie) => {
  const blocks = fc.array(tie('block'), { maxLength: 2 })
  const items = fc.array(tie('item'), { maxLength: 2 })
  return {
    item: both(fc.record({ content: inline }), some({ status: truth, items })),
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ type: fc.constantFrom('paragraph' as const, 'lead' as const), content: inline }),
      fc.record({
        type: fc.constant('heading' as const),
        level: fc.constantFrom(2 as const, 3 as const, 4 as const),
        text: words,
      }),
      both(fc.record({ type: fc.constant('list' as const), items }), some({ ordered: fc.boolean() })),
      fc.record({ type: fc.constant('metrics' as const), items: fc.array(metric, { maxLength: 2 }) }),
      table,
      chart,
      image,
      fc.record({
        type: fc.constant('facts' as const),
        items: fc.array(fc.record({ label: words, value: fc.oneof(value, inline) }), { maxLength: 2 }),
      }),
      both(
        fc.record({ type: fc.constant('signature' as const), position: words }),
        some({ name: words, on: day }),
      ),
      fc.record({ type: fc.constant('page-break' as const) }),
      fc.record({
        type: fc.constant('columns' as const),
        columns: fc.array(blocks, { minLength: 1, maxLength: 2 }),
      }),
      fc.record({
        type: fc.constant('callout' as const),
        tone: fc.constantFrom('attention' as const, 'note' as const),
        title: words,
        blocks,
      }),
      fc.record({
        type: fc.constant('custom' as const),
        name: words,
        data: fc.jsonValue(),
        fallback: blocks,
      }),
    ),
  }
})

const policy: fc.Arbitrary<Provenance['policies'][number]> = fc.record({
  id: words,
  title: words,
  version: fc.option(day),
  params: fc.array(fc.record({ title: words, value, origin: text }), { maxLength: 2 }),
})

/** Any valid report, with every kind of block, chart and value. */
export const randomReport: fc.Arbitrary<Report> = both(
  fc.record({
    ...{
      schema: fc.constant('report/1' as const),
      id: words,
      locale: fc.constantFrom('ru' as const, 'en' as const),
    },
    ...{ title: words, issuer: words, issuedOn: day },
    provenance: fc.record({
      asOf: day,
      source: text,
      generator: text,
      policies: fc.array(policy, { maxLength: 2 }),
    }),
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
  }),
  some({
    subtitle: text,
    notice: text,
    layout: fc.constantFrom('report' as const, 'wide' as const, 'certificate' as const),
  }),
)
