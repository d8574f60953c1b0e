import type { Row } from '@tirazh/spec'
import type { Fault } from './fault.js'
import { faulty, listing, ordering } from './faulty.js'

/** Mistakes in what is found and in which order, each in an otherwise right store. */
export const findingFaults: Readonly<Record<string, Fault>> = {
  'orders by UTF-16 code unit': {
    caughtBy: [
      'find/orders-by-code-point',
      'find/orders-by-space-before-id',
      'history/agrees-with-the-model',
    ],
    create: () => ordering((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  },
  'orders as people do': {
    caughtBy: ['find/orders-by-code-point', 'history/agrees-with-the-model'],
    create: () => ordering(new Intl.Collator('ru').compare),
  },
  'orders by id before space': {
    caughtBy: ['find/orders-by-space-before-id', 'find/pages-give-every-row-once'],
    create: () => listing((rows) => rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))),
  },
  'answers in an order of its own': {
    caughtBy: ['read/answers-in-the-order-of-the-keys'],
    create: () =>
      faulty((inner) => ({
        read: async (keys) => inner.read([...keys].sort((a, b) => (a.id < b.id ? -1 : 1))),
      })),
  },
  'begins a page with the last row of the one before': {
    caughtBy: ['find/pages-give-every-row-once', 'find/goes-on-after-a-position-that-is-not-taken'],
    create: () => {
      let last: Row | undefined
      return faulty((inner) => ({
        find: async function* (query) {
          if (query.after && last) yield last
          for await (const row of inner.find(query)) {
            last = row
            yield row
          }
        },
      }))
    },
  },
  'leaves out the first row of the next page': {
    caughtBy: ['find/pages-give-every-row-once', 'history/agrees-with-the-model'],
    create: () =>
      faulty((inner) => ({
        find: async function* (query) {
          let skip = query.after !== undefined
          for await (const row of inner.find(query)) {
            if (!skip) yield row
            skip = false
          }
        },
      })),
  },
  'looks only at the id of the position': {
    caughtBy: ['find/pages-give-every-row-once'],
    create: () =>
      faulty((inner) => ({
        find: async function* ({ after, ...query }) {
          for await (const row of inner.find(query)) if (!after || row.id > after.id) yield row
        },
      })),
  },
  'needs the row that it goes on after': {
    caughtBy: ['find/goes-on-after-a-position-that-is-not-taken'],
    create: () =>
      faulty((inner) => ({
        find: async function* (query) {
          const { after, kind } = query
          const [row] = after ? await inner.read([{ ...after, kind }]) : []
          yield* inner.find(row || !after ? query : { kind, limit: 1 })
        },
      })),
  },
  'stops at a thousand rows': {
    caughtBy: ['find/yields-more-rows-than-fit-a-page'],
    create: () => listing((rows) => rows.slice(0, 1000)),
  },
  'finds in every space': {
    caughtBy: ['find/keeps-to-one-kind-and-space'],
    create: () => faulty((inner) => ({ find: ({ space, ...query }) => inner.find(query) })),
  },
  'locks while it is being read': {
    caughtBy: ['find/lets-others-write-while-it-is-read'],
    create: () => {
      let reading = 0
      return faulty((inner) => ({
        find: async function* (query) {
          reading++
          yield* inner.find(query)
          reading--
        },
        commit: async (ops) => {
          if (reading > 0) throw new Error('database table is locked')
          await inner.commit(ops)
        },
      }))
    },
  },
}
