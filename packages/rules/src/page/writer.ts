import {
  type Expression,
  type Formats,
  formats,
  type Literal,
  type Locale,
  type Param,
  type ParamRef,
  type PlainDate,
  type Policy,
  type Scalar,
  type ValueType,
} from '@tirazh/spec'
import { inForceAt } from '../in-force.js'
import { type FieldModel, isDay, type RelationModel, type SubjectModel } from '../model.js'
import { phrases } from '../phrases.js'
import { scalar, uncapitalize } from '../wording.js'
import { type RulePhrases, rulePhrases } from './phrases.js'

/** Where the names in a policy come from. */
export interface PolicyContext {
  readonly model: SubjectModel
  /** For the titles of policies that are used. */
  readonly policies?: Readonly<Record<string, Policy>>
}

/** What a rule is written out with. */
export interface RuleWriter extends Required<PolicyContext> {
  readonly policy: Policy
  /** The day of the law; without it, parameters have their last values. */
  readonly lawAt: PlainDate | undefined
  readonly f: Formats
  readonly p: RulePhrases
  /** The relation whose records are looked at, inside an aggregate. */
  readonly row?: RelationModel
  /** The parameters whose origin has been told, since once is enough. Absent: origins are not told. */
  readonly told?: Set<string>
}

export function ruleWriter(
  policy: Policy,
  context: PolicyContext,
  lawAt: PlainDate | undefined,
  locale: Locale,
): RuleWriter {
  const { model, policies = {} } = context
  return { policy, model, policies, lawAt, f: formats(locale), p: rulePhrases[locale] }
}

/** The value of a number or parameter as it is written, with the origin of a parameter. `of` is what it stands beside. */
export function constantText(constant: Literal | ParamRef, of: Expression, w: RuleWriter): string {
  const value = constantValue(constant, w)
  if (constant.op === 'lit') return valueText(value, typeOf(of, w), wordsOf(of, w), w)
  const param = paramOf(constant, w)
  const type = param?.shownAs === 'share' ? 'share' : typeOf(of, w)
  const text = valueText(value, type, wordsOf(of, w), w)
  if (param === undefined || value === undefined || w.told === undefined || w.told.has(constant.name))
    return text
  w.told.add(constant.name)
  return w.p.from(text, w.f.text(param.origin))
}

/** The value of a parameter on the day of the law. */
export function constantValue(constant: Literal | ParamRef, w: RuleWriter): Scalar | undefined {
  if (constant.op === 'lit') return constant.value
  const values = paramOf(constant, w)?.values ?? []
  return (w.lawAt === undefined ? values.at(-1) : inForceAt(values, w.lawAt))?.value
}

export function valueText(
  value: Scalar | undefined,
  type: ValueType,
  words: FieldModel['words'],
  { f, p }: Pick<RuleWriter, 'f' | 'p'>,
): string {
  if (value === undefined) return p.notSet
  const name = typeof value === 'string' && words && Object.hasOwn(words, value) ? words[value] : undefined
  return name === undefined ? scalar(value, type, { f, p: phrases[f.locale] }) : f.text(name)
}

/** The value of a parameter by itself. */
export function paramValueText(value: Scalar, param: Param, locale: Locale): string {
  const w = { f: formats(locale), p: rulePhrases[locale] }
  return valueText(value, param.shownAs ?? typeOfValue(value), undefined, w)
}

/** How the values of an expression are written. */
export function typeOf(expression: Expression, w: RuleWriter): ValueType {
  switch (expression.op) {
    case 'lit':
      return typeOfValue(expression.value)
    case 'param': {
      const param = paramOf(expression, w)
      return param?.shownAs ?? typeOfValue(param?.values[0]?.value ?? 0)
    }
    case 'field':
      return fieldOf(expression, w)?.type ?? 'text'
    case 'asOf':
    case 'shift':
      return 'date'
    case 'ratio':
    case 'change':
      return 'share'
    case 'successor':
      return 'code'
    case 'calc':
      return expression.of.some((part) => typeOf(part, w) === 'share') ? 'share' : 'number'
    case 'agg':
      return expression.value === undefined || expression.fn === 'countDistinct'
        ? 'number'
        : typeOf(expression.value, within(expression.over, w))
  }
}

function typeOfValue(value: Scalar): ValueType {
  if (typeof value !== 'string') return typeof value === 'number' ? 'number' : 'boolean'
  return isDay(value) ? 'date' : 'text'
}

export function wordsOf(expression: Expression, w: RuleWriter): FieldModel['words'] {
  return expression.op === 'field' ? fieldOf(expression, w)?.words : undefined
}

type Field = Extract<Expression, { op: 'field' }>

export function fieldTitle(field: Field, w: RuleWriter): string {
  if (field.name === 'id') return w.p.recordId
  const title = fieldOf(field, w)?.title
  return title === undefined ? field.name : uncapitalize(w.f.text(title))
}

function fieldOf(field: Field, w: RuleWriter): FieldModel | undefined {
  const { fields } = field.of === 'row' && w.row ? w.row : w.model
  return Object.hasOwn(fields, field.name) ? fields[field.name] : undefined
}

function paramOf({ name }: ParamRef, { policy }: RuleWriter): Policy['params'][string] | undefined {
  return Object.hasOwn(policy.params, name) ? policy.params[name] : undefined
}

/** The writer for what stands inside an aggregate. */
export function within(relation: string, w: RuleWriter): RuleWriter {
  const row = relationOf(relation, w)
  return row === undefined ? w : { ...w, row }
}

export function relationOf(relation: string, { model }: RuleWriter): RelationModel | undefined {
  return Object.hasOwn(model.relations, relation) ? model.relations[relation] : undefined
}
