import type { Expression, Measured, Required, Scalar, Text, ValueType } from '@tirazh/spec'
import type { Amount } from './amount.js'
import { amountOf, paramInForce, plain, type Row, type Scope } from './evaluate.js'
import type { FieldModel } from './model.js'

/** What was found, with its name and how it is written. */
export function measured(expression: Expression, amount: Amount, scope: Scope, row?: Row): Measured {
  const low = plain(amount.low) ?? null
  const named = wordFor(low, wordsOf(expression, scope, row))
  return {
    low,
    high: plain(amount.high) ?? null,
    title: titleOf(expression, scope, row),
    shownAs: typeOf(expression, scope, row),
    ...(named === undefined ? {} : { named }),
    ...(expression.op === 'agg' && expression.noun ? { noun: expression.noun } : {}),
  }
}

/** What was asked for, with the parameter it came from. `of` is what it is compared with. */
export function required(
  wanted: Expression | readonly Scalar[],
  of: Expression,
  scope: Scope,
  row?: Row,
): Required {
  const words = wordsOf(of, scope, row)
  if (!('op' in wanted)) {
    const named = wanted.map((word) => wordFor(word, words)).filter((name) => name !== undefined)
    return {
      value: wanted,
      shownAs: typeOf(of, scope, row),
      ...(named.length === wanted.length ? { named } : {}),
    }
  }
  const value = plain(amountOf(wanted, scope, row).low) ?? null
  const named = wordFor(value, words)
  const inForce = wanted.op === 'param' ? paramInForce(wanted.name, scope) : undefined
  const param = wanted.op === 'param' ? scope.policy.params[wanted.name] : undefined
  return {
    value,
    shownAs: typeOf(wanted.op === 'lit' || wanted.op === 'param' ? of : wanted, scope, row),
    ...(named === undefined ? {} : { named: [named] }),
    ...(wanted.op === 'param' && inForce && param
      ? { param: { name: wanted.name, title: param.title, from: inForce.from, origin: param.origin } }
      : {}),
  }
}

function titleOf(expression: Expression, scope: Scope, row: Row | undefined): Text {
  switch (expression.op) {
    case 'field':
      return fieldOf(expression, scope, row)?.title ?? same(expression.name)
    case 'agg':
      return scope.model.relations[expression.over]?.title ?? same(expression.over)
    case 'param':
      return scope.policy.params[expression.name]?.title ?? same(expression.name)
    case 'asOf':
      return { ru: 'отчётная дата', en: 'the date of the facts' }
    case 'change':
      return { ru: 'изменение', en: 'change' }
    case 'successor':
      return titleOf(expression.code, scope, row)
    case 'calc':
      return calculations[expression.fn]
    case 'lit':
      return { ru: 'значение', en: 'value' }
  }
}

const calculations: Record<'add' | 'subtract' | 'multiply', Text> = {
  add: { ru: 'сумма', en: 'sum' },
  subtract: { ru: 'разность', en: 'difference' },
  multiply: { ru: 'произведение', en: 'product' },
}

function typeOf(expression: Expression, scope: Scope, row: Row | undefined): ValueType {
  switch (expression.op) {
    case 'field':
      return fieldOf(expression, scope, row)?.type ?? 'text'
    case 'agg':
      return 'number'
    case 'param':
      return scope.policy.params[expression.name]?.shownAs ?? 'number'
    case 'asOf':
      return 'date'
    case 'change':
      return 'share'
    case 'successor':
      return 'code'
    case 'calc':
      return expression.of.some((part) => typeOf(part, scope, row) === 'share') ? 'share' : 'number'
    case 'lit':
      return typeof expression.value === 'string'
        ? 'text'
        : typeof expression.value === 'number'
          ? 'number'
          : 'boolean'
  }
}

function wordsOf(expression: Expression, scope: Scope, row: Row | undefined): FieldModel['words'] {
  return expression.op === 'field' ? fieldOf(expression, scope, row)?.words : undefined
}

function fieldOf(
  expression: Extract<Expression, { op: 'field' }>,
  scope: Scope,
  row: Row | undefined,
): FieldModel | undefined {
  const owner = expression.of === 'row' ? row?.relation : scope.model
  return owner?.fields[expression.name]
}

function wordFor(value: Scalar | null, words: FieldModel['words']): Text | undefined {
  return typeof value === 'string' ? words?.[value] : undefined
}

function same(name: string): Text {
  return { ru: name, en: name }
}
