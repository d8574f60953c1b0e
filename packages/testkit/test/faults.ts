import { isTirazhError, type Json, type Op, type Row } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import type { Fault } from './fault.js'
import {
  committing,
  faulty,
  filtering,
  forgiving,
  keyed,
  listing,
  place,
  revived,
  writing,
} from './faulty.js'
import { findingFaults } from './finding-faults.js'
import { hostedFaults } from './hosted-faults.js'

/** Mistakes that storage adapters have been seen to make, each in an otherwise right store. */
export const faults: Readonly<Record<string, Fault>> = {
  ...findingFaults,
  ...hostedFaults,
  'loses what is created': {
    caughtBy: ['read/a-row-has-its-key-version-and-document', 'guard/a-put-raises-the-version-by-one'],
    create: () =>
      committing((ops, inner) => inner.commit(ops.filter((op) => op.op !== 'put' || op.expect > 0))),
  },
  'has a record before anybody put one': {
    caughtBy: ['read/an-empty-store-has-nothing'],
    create: () =>
      faulty((inner) => ({
        open: async (kinds) => {
          await inner.open(kinds)
          await inner.commit([{ op: 'put', space: '52', kind: 'practice', id: 'ПР-1', expect: 0, doc: {} }])
        },
      })),
  },
  'creates over a record that exists': {
    caughtBy: ['guard/a-record-that-exists-is-not-created-again'],
    create: () => forgiving((op, actual) => op.op === 'put' && op.expect === 0 && actual > 0),
  },
  'accepts a stale version': {
    caughtBy: ['guard/another-version-is-refused', 'history/agrees-with-the-model'],
    create: () => forgiving((op, actual) => op.op === 'put' && op.expect > 0 && op.expect < actual),
  },
  'puts over a version that is still to come': {
    caughtBy: ['guard/another-version-is-refused'],
    create: () => forgiving((op, actual) => op.op === 'put' && op.expect > actual && actual > 0),
  },
  'writes half of a batch': {
    caughtBy: [
      'commit/a-conflict-in-the-last-operation-undoes-the-first',
      'commit/a-thousand-operations-are-one',
    ],
    create: () =>
      committing(async (ops, inner) => {
        for (const op of ops) await inner.commit([op])
      }),
  },
  'drops what goes beyond 999 operations': {
    caughtBy: ['commit/a-thousand-operations-are-one'],
    create: () => committing((ops, inner) => inner.commit(ops.slice(0, 999))),
  },
  'swallows conflicts': {
    caughtBy: ['guard/another-version-is-refused', 'commit/one-of-many-at-the-same-time-wins'],
    create: () =>
      committing((ops, inner) =>
        inner.commit(ops).catch((thrown) => {
          if (!isTirazhError(thrown, 'STORAGE_CONFLICT')) throw thrown
        }),
      ),
  },
  'gives a changed record the version that it had': {
    caughtBy: ['guard/a-put-raises-the-version-by-one', 'history/agrees-with-the-model'],
    create: () =>
      committing(async (ops, inner) => {
        await inner.commit(ops)
        for (const op of ops.filter((op) => op.op === 'put' && op.expect > 0)) {
          await inner.commit([{ ...place(op), op: 'delete', expect: op.expect + 1 }])
          for (let expect = 0; expect < op.expect; expect++) await inner.commit([{ ...op, expect }])
        }
      }),
  },
  'checks what it does not write before it writes': {
    caughtBy: ['history/commits-at-once-are-as-if-in-some-order'],
    create: () =>
      committing(async (ops, inner) => {
        await inner.commit(ops.map((op) => ({ ...place(op), op: 'check', expect: op.expect })))
        await inner.commit(ops.filter((op) => op.op !== 'check'))
      }),
  },
  'lists only the first conflict': {
    caughtBy: ['guard/every-conflict-is-listed', 'history/agrees-with-the-model'],
    create: () =>
      committing((ops, inner) =>
        inner.commit(ops).catch((thrown) => {
          if (isTirazhError(thrown, 'STORAGE_CONFLICT')) {
            Object.assign(thrown.details, { conflicts: thrown.details.conflicts.slice(0, 1) })
          }
          throw thrown
        }),
      ),
  },
  'ignores checks': {
    caughtBy: ['guard/a-check-that-fails-refuses-the-commit'],
    create: () => committing((ops, inner) => inner.commit(ops.filter((op) => op.op !== 'check'))),
  },
  'raises the version on a check': {
    caughtBy: ['guard/a-check-writes-nothing'],
    create: () =>
      committing(async (ops, inner) => {
        const rows = await inner.read(ops)
        await inner.commit(
          ops.map((op, i) => (op.op === 'check' && rows[i] ? { ...op, op: 'put', doc: rows[i].doc } : op)),
        )
      }),
  },
  'keeps deleted records in its lists': {
    caughtBy: ['guard/a-deleted-record-is-gone'],
    create: () => {
      const deleted: Row[] = []
      return faulty((inner) => ({
        commit: async (ops) => {
          const rows = await inner.read(ops.filter((op) => op.op === 'delete'))
          await inner.commit(ops)
          deleted.push(...rows.filter((row) => row !== undefined))
        },
        find: async function* (query) {
          yield* deleted.filter((row) => row.kind === query.kind)
          yield* inner.find(query)
        },
      }))
    },
  },
  'goes on counting after a deletion': {
    caughtBy: ['guard/a-deleted-record-is-created-anew'],
    create: () => {
      const graves = new Set<string>()
      return committing(async (ops, inner) => {
        await inner.commit(ops)
        for (const op of ops) {
          if (op.op === 'delete') graves.add(op.id)
          if (op.op === 'put' && graves.delete(op.id)) await inner.commit([{ ...op, expect: 1 }])
        }
      })
    },
  },
  'refuses a commit of nothing': {
    caughtBy: ['commit/of-nothing-succeeds'],
    create: () =>
      committing((ops, inner) => {
        if (ops.length === 0) throw new Error('syntax error at end of input')
        return inner.commit(ops)
      }),
  },
  'rounds versions into range': {
    caughtBy: ['commit/a-version-out-of-range-is-refused'],
    create: () =>
      committing((ops, inner) =>
        inner.commit(ops.map((op) => ({ ...op, expect: Math.max(0, Math.floor(op.expect)) }))),
      ),
  },
  'takes a limit of nothing for no limit': {
    caughtBy: ['find/a-limit-out-of-range-is-refused'],
    create: () =>
      faulty((inner) => ({
        find: ({ limit, ...query }) => inner.find(limit ? { ...query, limit } : query),
      })),
  },
  'lets the last of two operations on a key win': {
    caughtBy: ['commit/a-key-twice-is-refused'],
    create: () =>
      committing((ops, inner) =>
        inner.commit([...new Map(ops.map((op) => [JSON.stringify(place(op)), op])).values()]),
      ),
  },
  'looks first and writes later': {
    caughtBy: ['commit/one-of-many-at-the-same-time-wins'],
    create: () => {
      let queue = Promise.resolve()
      return committing(async (ops, inner) => {
        await inner.commit(ops.map((op) => ({ ...place(op), op: 'check', expect: op.expect })))
        queue = queue.then(async () => {
          const rows = await inner.read(ops)
          await inner.commit(ops.map((op, i) => ({ ...op, expect: rows[i]?.version ?? 0 })))
        })
        await queue
      })
    },
  },
  'drops null': {
    caughtBy: ['document/comes-out-equal'],
    create: () => writing((doc) => revived(doc, (value) => (value === null ? undefined : value))),
  },
  'rounds numbers': {
    caughtBy: ['document/comes-out-equal', 'where/answers-as-the-definition-does'],
    create: () =>
      writing((doc) => revived(doc, (value) => (typeof value === 'number' ? +value.toPrecision(15) : value))),
  },
  'composes letters': {
    caughtBy: ['document/comes-out-equal'],
    create: () =>
      writing((doc) => revived(doc, (value) => (typeof value === 'string' ? value.normalize('NFC') : value))),
  },
  'merges a document into the one before': {
    caughtBy: ['document/is-replaced-whole', 'history/agrees-with-the-model'],
    create: () =>
      committing(async (ops, inner) => {
        const rows = await inner.read(ops)
        const merged = (op: Op, before: Row | undefined): Op =>
          op.op === 'put' ? { ...op, doc: { ...Object(before?.doc), ...Object(op.doc) } } : op
        await inner.commit(ops.map((op, i) => merged(op, rows[i])))
      }),
  },
  'keeps the caller’s document': {
    caughtBy: ['document/is-not-shared-on-the-way-in'],
    create: () => {
      const kept = new Map<string, Json>()
      return faulty((inner) => ({
        commit: async (ops) => {
          await inner.commit(ops)
          for (const op of ops) if (op.op === 'put') kept.set(op.id, op.doc)
        },
        read: async (keys) =>
          (await inner.read(keys)).map((row) => row && { ...row, doc: kept.get(row.id) ?? row.doc }),
      }))
    },
  },
  'hands out one object to everybody': {
    caughtBy: ['document/is-not-shared-on-the-way-out'],
    create: () => {
      const cache = new Map<string, Row>()
      return listing((rows) =>
        rows.map((row) => {
          const name = JSON.stringify([place(row), row.version])
          const shared = cache.get(name) ?? row
          cache.set(name, shared)
          return shared
        }),
      )
    },
  },
  'ignores the space': {
    caughtBy: ['key/spaces-are-apart', 'find/keeps-to-one-kind-and-space'],
    create: () => keyed((key) => ({ ...key, space: '' })),
  },
  'ignores the kind': {
    caughtBy: ['key/kinds-are-apart'],
    create: () => keyed((key) => ({ ...key, kind: '' })),
  },
  'joins the parts of a key': {
    caughtBy: ['key/parts-do-not-run-together'],
    create: () => keyed(({ space, kind, id }) => ({ space: '', kind, id: `${space}/${id}` })),
  },
  'ignores case': {
    caughtBy: ['key/upper-and-lower-case-are-apart', 'history/agrees-with-the-model'],
    create: () => keyed((key) => ({ ...key, id: key.id.toLowerCase() })),
  },
  'takes ё for е': {
    caughtBy: ['key/similar-letters-are-apart'],
    create: () => keyed((key) => ({ ...key, id: key.id.replaceAll('ё', 'е') })),
  },
  'trims identifiers': {
    caughtBy: ['key/white-space-counts'],
    create: () => keyed((key) => ({ ...key, id: key.id.trimEnd() })),
  },
  'takes a missing field for zero': {
    caughtBy: ['where/answers-as-the-definition-does'],
    create: () => filtering((found, value) => (found ?? 0) === value),
  },
  'compares text with numbers': {
    caughtBy: ['where/answers-as-the-definition-does'],
    create: () => filtering((found, value) => String(found) === String(value)),
  },
  'takes field names for paths': {
    caughtBy: ['where/field-names-are-taken-literally'],
    create: () =>
      filtering(
        (found, value) => found === value,
        (doc, field) => field.split('.').reduce((inside: unknown, name) => Object(inside)[name], doc),
      ),
  },
  'declares an operator that nobody knows': {
    caughtBy: ['where/each-operator-is-named-once-if-at-all'],
    create: () =>
      faulty((inner) => ({ supports: { ...inner.supports, where: JSON.parse('["=", "like"]') } })),
  },
  'declares an operator twice': {
    caughtBy: ['where/each-operator-is-named-once-if-at-all'],
    create: () => faulty((inner) => ({ supports: { ...inner.supports, where: ['=', '='] } })),
  },
  'takes a comparison with no number for no condition': {
    caughtBy: ['where/a-number-that-is-not-finite-is-refused'],
    create: () =>
      faulty((inner) => ({
        find: ({ where = [], ...query }) =>
          inner.find({
            ...query,
            where: where.filter(({ value }) => typeof value !== 'number' || Number.isFinite(value)),
          }),
      })),
  },
  'narrows after the limit': {
    caughtBy: ['where/narrows-before-the-limit'],
    create: () =>
      faulty((inner) => ({
        find: async function* ({ where, ...query }) {
          const passing = new Set<string>()
          for await (const row of inner.find({ kind: query.kind, ...(where ? { where } : {}) })) {
            passing.add(JSON.stringify(place(row)))
          }
          for await (const row of inner.find(query)) if (passing.has(JSON.stringify(place(row)))) yield row
        },
      })),
  },
  'works before it is open': {
    caughtBy: ['life/use-before-open-is-refused'],
    create: () => committing((ops, inner) => inner.open([]).then(() => inner.commit(ops))),
  },
  'starts afresh whenever it is opened': {
    caughtBy: ['life/opening-again-keeps-everything'],
    create: () => {
      let inner = memory()
      return faulty(() => ({
        open: async (kinds) => {
          inner = memory()
          await inner.open(kinds)
        },
        read: (keys) => inner.read(keys),
        find: (query) => inner.find(query),
        commit: (ops) => inner.commit(ops),
        close: () => inner.close(),
      }))
    },
  },
  'works after it was closed': {
    caughtBy: ['life/use-after-close-is-refused'],
    create: () => faulty(() => ({ close: async () => {} })),
  },
}
