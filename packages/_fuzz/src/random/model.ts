import type { FieldModel, Fields, RelationModel, SubjectModel } from '@tirazh/rules'
import type { Noun, Text } from '@tirazh/spec'
import type { Random } from './random.js'

export const text: Text = { ru: 'т', en: 't' }
export const noun: Noun = { ru: { one: 'р', few: 'р', many: 'р' }, en: { one: 'r', other: 'r' } }

/** A model with fields of every type and one to three relations. */
export function randomModel(random: Random): SubjectModel {
  const names = random.pick(relationNames)
  const relations = Object.fromEntries(
    names.map((name, index): [string, RelationModel] => [
      name,
      { kind: `kind-${index}`, title: text, noun, fields: randomFields(random) },
    ]),
  )
  return {
    kind: 'thing',
    label: 't1',
    fields: { ...randomFields(random), t1: { title: text, type: 'text' } },
    relations,
  }
}

const relationNames = [['rows'], ['rows', 'visits'], ['rows', 'order', 'Ёлка']] as const

/** Names that need care in SQL or stand for something in JavaScript are as good as any others. */
const oddNames: readonly string[] = [
  'select',
  'Дата начала',
  'a b',
  'quote"d',
  "apo'strophe",
  'valueOf',
  'group',
]

function randomFields(random: Random): Fields {
  const fields: Record<string, FieldModel> = {
    n1: { title: text, type: 'number', ...numberRange(random) },
    n2: { title: text, type: 'number', ...numberRange(random) },
    s1: { title: text, type: 'share', ...(random.chance(0.5) ? { decimals: 4, max: 1 } : {}) },
    d1: { title: text, type: 'date' },
    d2: { title: text, type: 'date' },
    b1: { title: text, type: 'boolean' },
    c1: { title: text, type: 'code' },
    w1: { title: text, type: 'text' },
  }
  if (random.chance(0.3)) {
    const type = random.pick(['number', 'share', 'date', 'boolean', 'code', 'text'] as const)
    fields[random.pick(oddNames)] = { title: text, type }
  }
  return fields
}

function numberRange(random: Random): { decimals?: number; max?: number } {
  return random.pick([
    {},
    { decimals: 0, max: 100 },
    { decimals: 1, max: 5.5 },
    { decimals: 2, max: 1000 },
    { decimals: 3, max: 1_000_000 },
    { decimals: 6, max: 1 },
    { decimals: 12, max: 3 },
    { decimals: 0 },
    { max: 2.345 },
  ])
}
