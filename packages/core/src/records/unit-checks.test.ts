import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import { isTirazhError } from '@tirazh/spec'
import { memory } from '@tirazh/storage-memory'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { smallRegister } from '../fixture.js'
import { openProgramme, type RecordKind, type Records, type RecordTypes, recordKinds } from '../index.js'
import { checkRecords } from './check-records.js'
import { kindsReferringTo, referencesOf } from './references.js'

const space = nizhnyNovgorod.id
const by = { by: 'М. Иванова' }

type AnyRecord = RecordTypes[RecordKind]
type Step = { readonly kind: RecordKind; readonly id: string; readonly record: AnyRecord | undefined }

/** Every record of the register, and each with one thing changed that may break something else. */
const register = smallRegister()
const steps: Step[] = recordKinds.flatMap((kind) =>
  register[kind].flatMap((record): Step[] => [
    { kind, id: record.id, record: undefined },
    { kind, id: record.id, record },
    ...changed(kind, record).map((each) => ({ kind, id: each.id, record: each })),
  ]),
)

test('a unit lets in just what a check of the whole register would, and names the same faults', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...steps), {
        maxLength: 5,
        selector: ({ kind, id }) => `${kind}/${id}`,
      }),
      async (chosen) => {
        const programme = await openProgramme({ storage: memory(), region: nizhnyNovgorod })
        await programme.save(register, { ...by, mode: 'replace' })
        const after = applied(chosen)
        const faults = checkRecords(after)
          .filter(({ severity }) => severity === 'error')
          .map(({ kind, id, code, path }) => [code, kind, id, ...path].join(' '))
        const work = programme.transact(
          space,
          async (unit) => {
            for (const { kind, id, record } of chosen) {
              if (record === undefined) unit.delete(kind, id)
              else unit.put(kind, record)
            }
          },
          by,
        )
        const found = await work.then(
          () => [],
          (error: unknown) => {
            if (!isTirazhError(error, 'RECORD_INVALID')) throw error
            return error.details.issues.map(({ code, path }) => [code, ...path].join(' '))
          },
        )
        expect(found.sort()).toEqual(faults.sort())
        expect((await programme.snapshot()).records).toEqual(faults.length > 0 ? register : after)
      },
    ),
    { numRuns: 300 },
  )
})

test('the kinds that may name a kind are those whose records do', () => {
  for (const kind of recordKinds) {
    for (const record of register[kind]) {
      for (const { to } of referencesOf(kind, record)) expect(kindsReferringTo(to)).toContain(kind)
    }
  }
})

function changed(kind: RecordKind, record: AnyRecord): AnyRecord[] {
  const other = (fields: object): AnyRecord => ({ ...record, ...fields }) as AnyRecord
  switch (kind) {
    case 'municipality':
      return [
        other({ id: '22737000' }),
        other({ dissolvedOn: '2025-04-04', successor: '22703000' }),
        other({ dissolvedOn: '2025-04-04', successor: '22637000' }),
      ]
    case 'practice': {
      const { publishedOn: _, ...unpublished } = record as RecordTypes['practice']
      return [
        unpublished,
        other({ author: '22737000' }),
        other({ sourceProject: 'П-9' }),
        other({ id: 'ПР-2' }),
      ]
    }
    case 'project':
      return [other({ factory: 'F09' }), other({ id: 'П-9' })]
    case 'factory':
      return [other({ cluster: [{ municipality: '22737000' }] }), other({ id: 'F09' })]
    case 'certificate':
      return [other({ check: 'ПП-9' }), other({ id: 'Р-9', defence: 'З-9' })]
    default:
      return [other({ practice: 'ПР-2' }), other({ id: 'Н-1' })]
  }
}

function applied(chosen: readonly Step[]): Records {
  const of = (kind: RecordKind): readonly AnyRecord[] => {
    const ids = new Set(chosen.filter((each) => each.kind === kind).map(({ id }) => id))
    const added = chosen.flatMap((each) =>
      each.kind === kind && each.record !== undefined ? [each.record] : [],
    )
    const kept = register[kind].filter(({ id }) => !ids.has(id))
    return [...kept, ...added].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  return Object.fromEntries(recordKinds.map((kind) => [kind, of(kind)])) as unknown as Records
}
