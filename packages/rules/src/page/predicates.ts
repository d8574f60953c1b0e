import type {
  Aggregate,
  AllOf,
  AnyOf,
  AtLeastOf,
  Comparison,
  Expression,
  Literal,
  ParamRef,
  Predicate,
  Scalar,
} from '@tirazh/spec'
import { mirrored, opposite } from '../comparisons.js'
import { countPhrase, genitive } from './counts.js'
import { phrase, type Restriction, subjectPhrase } from './expressions.js'
import {
  constantText,
  constantValue,
  type RuleWriter,
  relationOf,
  typeOf,
  valueText,
  within,
  wordsOf,
} from './writer.js'

/** A condition as a sentence, and the conditions that it announces. */
export interface Worded {
  readonly text: string
  readonly below: readonly Below[]
}

/** A condition that another one announces, or the records that stand behind a letter of a formula. */
export type Below = { readonly predicate: Predicate; readonly w: RuleWriter } | { readonly worded: Worded }

/** A condition in words: the text it was given, and what exactly is asked for. */
export function worded(predicate: Predicate, w: RuleWriter): Worded {
  const { text, below } = asked(predicate, w)
  if (predicate.text === undefined) return { text, below }
  const label = w.f.text(predicate.text)
  return { text: isGroup(predicate) ? w.p.thatIs(label, text) : w.p.labelled(label, text), below }
}

/** The whole condition in one line. */
export function wholeText(predicate: Predicate, w: RuleWriter): string {
  return joined(worded(predicate, w))
}

/** What exactly is asked for, in one line, without the text that the condition was given. */
export function askedText(predicate: Predicate, w: RuleWriter): string {
  return joined(asked(predicate, w))
}

/** What the condition asks for itself, without the conditions inside it. */
export function headText(predicate: Predicate, w: RuleWriter): string {
  if (predicate.op !== 'cmp' || predicate.left.op !== 'agg') return asked(predicate, w).text
  const { where: _, ...left } = predicate.left
  return asked({ ...predicate, left }, w).text
}

function joined({ text, below }: Worded): string {
  const parts = below.map((part) => joined(wordedBelow(part)))
  return parts.length === 0 ? text : `${text} (${parts.join('; ')})`
}

export function wordedBelow(below: Below): Worded {
  return 'worded' in below ? below.worded : worded(below.predicate, below.w)
}

function asked(predicate: Predicate, w: RuleWriter): Worded {
  const { p, f } = w
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      return group(predicate, w)
    case 'not':
      return negated(predicate.of, w)
    case 'cmp':
      return compared(predicate.left, predicate.is, predicate.right, w)
    case 'in':
      return about(predicate.value, w, (what) =>
        p.is(what, members(predicate.value, predicate.set, w).join(p.or)),
      )
    case 'known':
      return about(predicate.value, w, p.recorded, phrase)
    case 'use': {
      const used = Object.hasOwn(w.policies, predicate.policy) ? w.policies[predicate.policy] : undefined
      return { text: p.uses(used ? f.text(used.title) : predicate.policy), below: [] }
    }
  }
}

type Group = AllOf | AnyOf | AtLeastOf

function isGroup({ op }: Predicate): boolean {
  return op === 'all' || op === 'any' || op === 'atLeast'
}

function group(predicate: Group, w: RuleWriter): Worded {
  const { of } = predicate
  const [only] = of
  if (predicate.op === 'atLeast') {
    const total = `${w.f.number(of.length)}\u00a0${genitive(of.length, w.p.condition, w.f)}`
    const count = constantText(predicate.count, predicate.count, w)
    return { text: w.p.atLeast(count, total), below: of.map((part) => ({ predicate: part, w })) }
  }
  if (only === undefined) return { text: predicate.op === 'all' ? w.p.always : w.p.never, below: [] }
  if (of.length === 1) return worded(only, w)
  return {
    text: predicate.op === 'all' ? w.p.every : w.p.some,
    below: of.map((part) => ({ predicate: part, w })),
  }
}

/** The condition turned round where that reads better; it comes out the same for every value. */
function negated(of: Predicate, w: RuleWriter): Worded {
  const { p } = w
  if (of.text !== undefined) return around(worded(of, w), p.negated)
  switch (of.op) {
    case 'not':
      return worded(of.of, w)
    case 'cmp':
      return compared(of.left, opposite[of.is], of.right, w)
    case 'in':
      return about(of.value, w, (what) => p.isNot(what, members(of.value, of.set, w)))
    case 'known':
      return about(of.value, w, p.notRecorded, phrase)
    case 'use':
    case 'all':
    case 'any':
    case 'atLeast':
      return around(asked(of, w), p.negated)
  }
}

function around({ text, below }: Worded, say: (text: string) => string): Worded {
  return { text: say(text), below }
}

function compared(left: Expression, is: Comparison, right: Expression, w: RuleWriter): Worded {
  if (isFixed(left) && !isFixed(right)) return compared(right, mirrored[is], left, w)
  if (left.op === 'agg' && isConstant(right)) {
    const counted = counting(left, is, right, w)
    if (counted !== undefined) return counted
  }
  const { p } = w
  const isDate = typeOf(left, w) === 'date'
  return about(left, w, (what, restriction) => {
    const say = isDate ? p.dated : p.is
    if (right.op === 'asOf') return say(what, p.thanAsOf[is])
    if (!isConstant(right))
      return say(what, `${(isDate ? p.dateThan : p.than)[is]} ${phrase(right, restriction, w)}`)
    if (constantValue(right, w) === undefined) return p.is(what, p.notSet)
    const value = constantText(right, left, w)
    if (is === '!=' && wordsOf(left, w)) return p.isNot(what, [value])
    return say(what, [(isDate ? p.dateComparison : p.comparison)[is], value].join(' ').trim())
  })
}

/** «не менее 15 разных муниципалитетов среди внедрений, для которых …». */
function counting(
  aggregate: Aggregate,
  is: Comparison,
  right: Literal | ParamRef,
  w: RuleWriter,
): Worded | undefined {
  const { where, over } = aggregate
  const text = countPhrase(aggregate, is, right, w)
  if (text === undefined || where === undefined) return text === undefined ? undefined : { text, below: [] }
  return around(worded(where, within(over, w)), (condition) => `${text}${w.p.forWhich} ${condition}`)
}

function isConstant(expression: Expression): expression is Literal | ParamRef {
  return expression.op === 'lit' || expression.op === 'param'
}

/** What the records have no part in. */
function isFixed(expression: Expression): boolean {
  return isConstant(expression) || expression.op === 'asOf'
}

/** A sentence about an expression; conditions on the records inside it get a letter and stand below. */
function about(
  expression: Expression,
  w: RuleWriter,
  say: (what: string, restriction: Restriction) => string,
  name: typeof phrase = subjectPhrase,
): Worded {
  const below: Below[] = []
  const restriction = ({ where, over }: Aggregate): string => {
    if (where === undefined) return ''
    const condition = worded(where, within(over, w))
    if (condition.below.length === 0) return w.p.onlyWhere(condition.text)
    const letter = w.p.letters.charAt(below.length) || String(below.length + 1)
    const records = w.f.text(relationOf(over, w)?.title ?? { ru: over, en: over })
    below.push({
      worded: around(condition, (text) => `${w.p.lettered(letter, records)}${w.p.forWhich} ${text}`),
    })
    return `(${letter})`
  }
  return { text: say(name(expression, restriction, w), restriction), below }
}

function members(value: Expression, set: readonly Scalar[], w: RuleWriter): string[] {
  return set.map((each) => valueText(each, typeOf(value, w), wordsOf(value, w), w))
}
