import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SubjectModel } from '../model.js'
import { factTables, tablesOf } from './tables.js'

const title = { ru: 'т', en: 't' }
const noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }
const fieldsOf = (names: readonly string[]): SubjectModel['fields'] =>
  Object.fromEntries(names.map((name) => [name, { title, type: 'number' as const }]))

function modelOf(kind: string, fields: readonly string[], relations: readonly string[]): SubjectModel {
  return {
    kind,
    label: 'id',
    fields: fieldsOf(fields),
    relations: Object.fromEntries(
      relations.map((name) => [name, { kind: name, title, noun, fields: fieldsOf(fields) }]),
    ),
  }
}

const anyName = fc.oneof(
  fc.constantFrom(
    'id',
    'ID',
    'a',
    'A',
    'select',
    '_subject',
    '_has_a',
    '_f0',
    '_r1',
    'ё',
    'Ё',
    '',
    '"',
    'x'.repeat(80),
  ),
  fc.string({ maxLength: 30 }),
)

test('no two tables, and no two columns of a table, have names that an engine may take for one', () => {
  const anyNames = fc.uniqueArray(anyName, { maxLength: 8 })
  fc.assert(
    fc.property(anyName, anyNames, anyNames, (kind, fields, relations) => {
      const model = modelOf(kind, fields, relations)
      const tables = tablesOf(model)
      const all = [tables.subjects, ...tables.relations.values()]
      const named = [
        all.map(({ name }) => name),
        [...tables.subjects.fields.values(), ...tables.recorded.values()].map(({ name }) => name),
        ...[...tables.relations.values()].map((table) => [
          ...[...table.fields.values()].map(({ name }) => name),
          ...['_subject', '_row', '_recordedAt', '_supersededAt'],
        ]),
      ]
      for (const names of named) {
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
        for (const name of names) expect(name).toMatch(/^[A-Za-z_][A-Za-z0-9_]{0,62}$/)
      }
      expect(tables.subjects.fields.size).toBe(new Set(['id', ...fields]).size)
      expect(tables.relations.size).toBe(relations.length)
    }),
  )
})

test('a plain name is kept, any other gets a number', () => {
  const { subjects, relations } = tablesOf(
    modelOf('practice', ['title', 'Title', 'вид'], ['adoptions', 'a b']),
  )
  expect([...subjects.fields].map(([field, { name }]) => [field, name])).toEqual([
    ['id', 'id'],
    ['title', 'title'],
    ['Title', '_f1'],
    ['вид', '_f2'],
  ])
  expect([...relations.values()].map(({ name }) => name)).toEqual([
    'facts_practice_adoptions',
    'facts_practice__r1',
  ])
})

test('texts are ordered and compared by code point in every engine', () => {
  const model: SubjectModel = { kind: 'k', label: 'c', fields: { c: { title, type: 'code' } }, relations: {} }
  expect(factTables(model, 'postgres')).toEqual([
    'CREATE TABLE "facts_k" ("id" TEXT COLLATE "C" PRIMARY KEY, "c" TEXT COLLATE "C")',
  ])
  expect(factTables(model, 'sqlite')).toEqual([
    'CREATE TABLE "facts_k" ("id" TEXT PRIMARY KEY, "c" TEXT) WITHOUT ROWID',
  ])
})
