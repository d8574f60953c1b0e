import type { FieldModel, RelationModel, SubjectModel } from '@tirazh/rules'
import type { Expression, Field, Scalar, Text } from '@tirazh/spec'
import { type Constant, decimalsOf, type Type } from './term.js'

/**
 * The record that a case is about, as far as it has been read: bindings are its fields, the lists and
 * maps that are counted are its relations.
 */
export interface Subject {
  /** A constant in the rule itself, or in a field of the record: the answer may not depend on it. */
  constant(constant: Constant): Expression
  /** A field of the subject. Without a value it exists and is empty. */
  field(name: string, type: Type, value?: Scalar): Field
  /** A relation with as many rows as its columns are long. Returns its name. */
  relation(rows: number, columns: readonly Column[]): string
  readonly model: SubjectModel
  readonly facts: { readonly id: string }
}

export interface Column {
  readonly name: string
  readonly type: Type
  readonly values: readonly Scalar[]
}

export function subjectOf(constants: 'in the rule' | 'in the record'): Subject {
  const fields: { [name: string]: FieldModel } = { label: { title, type: 'text' } }
  const relations: { [name: string]: RelationModel } = {}
  const facts: { id: string; [name: string]: unknown } = { id: 'case' }

  function field(name: string, type: Type, value?: Scalar): Field {
    fields[name] = modelOf(type, value === undefined ? [] : [value])
    if (value !== undefined) facts[name] = value
    return { op: 'field', name, of: 'subject' }
  }

  return {
    constant({ type, value }) {
      if (constants === 'in the rule') return { op: 'lit', value }
      return field(`constant ${Object.keys(fields).length}`, type, value)
    },
    field,
    relation(rows, columns) {
      const name = `list ${Object.keys(relations).length + 1}`
      const models = columns.map((column) => [column.name, modelOf(column.type, column.values)] as const)
      relations[name] = { kind: 'row', title, noun, fields: Object.fromEntries(models) }
      facts[name] = Array.from({ length: rows }, (_, index) => ({
        id: String(index),
        ...Object.fromEntries(columns.map((column) => [column.name, column.values[index]])),
      }))
      return name
    },
    model: { kind: 'case', label: 'label', fields, relations },
    facts,
  }
}

const title: Text = { ru: 'значение', en: 'value' }
const noun = { ru: { one: 'строка', few: 'строки', many: 'строк' }, en: { one: 'row', other: 'rows' } }

/** With the range that the values need and no wider, so that the rulebook can prove its arithmetic exact. */
function modelOf(type: Type, values: readonly Scalar[]): FieldModel {
  if (type !== 'number') return { title, type }
  const numbers = values.filter((value) => typeof value === 'number')
  return {
    title,
    type,
    decimals: Math.max(0, ...numbers.map(decimalsOf)),
    max: Math.max(1, ...numbers.map(Math.abs)),
  }
}
