import type { Comparison, Expression, PolicyVersion, Predicate, Scalar } from '@tirazh/spec'
import { common } from './fraction.js'
import { lowerExpression, wholeNumber } from './lower-expression.js'
import { below, checkDigits, type Lowering, named, type Place, wrongType } from './lowering.js'
import type { Clause, Condition, Part, Range, Term, Value } from './program.js'
import { followsAsOf } from './whole.js'

/** The wording of a policy, ready to be evaluated; `index` is its place in the versions. */
export function lowerPart(version: PolicyVersion | undefined, index: number, lowering: Lowering): Part {
  const { policy } = lowering
  if (version === undefined) return { policy, leaves: [] }
  const at = (key: string): Place => ({ path: ['versions', index, key] })
  const applies = version.applies && lowerPredicate(version.applies, at('applies'), lowering)
  const clause = lowerPredicate(version.rule, at('rule'), lowering)
  return {
    policy,
    version,
    ...(applies === undefined ? {} : { applies: applies.condition }),
    rule: clause.condition,
    clause,
    leaves: leavesOf(clause),
  }
}

export function lowerPredicate(predicate: Predicate, place: Place, lowering: Lowering): Clause {
  const made = (condition: Condition, of: readonly Clause[], terms: readonly Term[] = []): Clause => ({
    predicate,
    condition,
    of,
    terms,
  })
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast': {
      const of = predicate.of.map((part, index) => lowerPredicate(part, below(place, 'of', index), lowering))
      const conditions = of.map(({ condition }) => condition)
      if (predicate.op !== 'atLeast') return made({ op: predicate.op, of: conditions }, of)
      const count = wholeNumber(predicate.count, below(place, 'count'), lowering)
      return made({ op: 'atLeast', count, of: conditions }, of)
    }
    case 'not': {
      const of = lowerPredicate(predicate.of, below(place, 'of'), lowering)
      return made({ op: 'not', of: of.condition }, [of])
    }
    case 'cmp': {
      const [left, right] = bothSides(predicate.left, predicate.right, place, lowering)
      return made(compared(predicate.is, left.value, right.value, place, lowering), [], [left, right])
    }
    case 'in': {
      const value = lowerExpression(predicate.value, below(place, 'value'), lowering)
      return made(among(value, predicate.set, place, lowering), [], [value])
    }
    case 'known': {
      const value = lowerExpression(predicate.value, below(place, 'value'), lowering)
      return made({ op: 'certain', value: certainOf(value.value, place, lowering) }, [], [value])
    }
    case 'use': {
      named('policy', predicate.policy, lowering.policies, below(place, 'policy'), lowering.fault)
      const part = lowering.part(predicate.policy)
      return made(part === undefined ? { op: 'constant', code: 1 } : { op: 'use', part }, [])
    }
  }
}

function leavesOf(clause: Clause): Clause[] {
  switch (clause.predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
    case 'not':
      return clause.of.flatMap(leavesOf)
    default:
      return [clause]
  }
}

/** The two sides of a comparison. A text that is a day is a date beside a date, or beside another day. */
function bothSides(
  left: Expression,
  right: Expression,
  place: Place,
  lowering: Lowering,
): readonly [Term, Term] {
  const lower = (side: Expression, key: string, wanted?: Value['type']): Term =>
    lowerExpression(side, below(place, key), lowering, wanted)
  if (!isConstant(left)) {
    const first = lower(left, 'left')
    return [first, lower(right, 'right', first.value.type)]
  }
  const second = lower(right, 'right', isConstant(right) ? 'date' : undefined)
  const first = lower(left, 'left', second.value.type)
  return [first, first.value.type === second.value.type ? second : lower(right, 'right', first.value.type)]
}

function isConstant({ op }: Expression): boolean {
  return op === 'lit' || op === 'param'
}

function compared(is: Comparison, left: Value, right: Value, place: Place, lowering: Lowering): Condition {
  if (left.type === 'word' || right.type === 'word') {
    if (left.type !== 'word' || right.type !== 'word') {
      wrongType(right.type, left.type, below(place, 'right'), lowering.fault)
      return { op: 'constant', code: 1 }
    }
    if (is !== '=' && is !== '!=') unordered(place, lowering)
    const same: Condition = { op: 'same', left: left.word, right: right.word }
    return is === '!=' ? { op: 'not', of: same } : same
  }
  if (left.type !== right.type) {
    wrongType(right.type, left.type, below(place, 'right'), lowering.fault)
    return { op: 'constant', code: 1 }
  }
  if (left.type === 'boolean' && is !== '=' && is !== '!=') unordered(place, lowering)
  switch (is) {
    case '=':
      return { op: 'equals', ...scaled(left, right, place, lowering) }
    case '!=':
      return { op: 'not', of: { op: 'equals', ...scaled(left, right, place, lowering) } }
    case '>=':
      return { op: 'reaches', ...scaled(left, right, place, lowering) }
    case '<':
      return { op: 'not', of: { op: 'reaches', ...scaled(left, right, place, lowering) } }
    case '<=':
      return { op: 'reaches', ...scaled(right, left, place, lowering) }
    case '>':
      return { op: 'not', of: { op: 'reaches', ...scaled(right, left, place, lowering) } }
  }
}

type Measurable = Exclude<Value, { type: 'word' }>

/** Both sides as whole numbers over the same denominators, each end with the end it is compared with. */
function scaled(
  a: Measurable,
  b: Measurable,
  place: Place,
  lowering: Lowering,
): { left: Range; right: Range } {
  const [left, right] = [a.span, b.span]
  const points = left.low === left.high && right.low === right.high
  const [leftLow, rightHigh] = common(left.low, right.high)
  const [leftHigh, rightLow] = points ? [leftLow, rightHigh] : common(left.high, right.low)
  checkDigits([leftLow, leftHigh, rightLow, rightHigh], place, lowering.fault)
  if (followsAsOf(leftLow) && followsAsOf(rightHigh)) {
    lowering.fault(
      'POLICY_DATE_BOTH_SIDES',
      place.path,
      'Отчётная дата может стоять только с одной стороны сравнения.',
      'The date of the facts may stand on one side of a comparison only.',
    )
  }
  return {
    left: { op: 'range', low: leftLow, high: leftHigh },
    right: { op: 'range', low: rightLow, high: rightHigh },
  }
}

function unordered(place: Place, lowering: Lowering): void {
  lowering.fault(
    'POLICY_UNORDERED',
    below(place, 'is').path,
    'У текстов и ответов «да/нет» нет порядка: сравнивайте их только через = и !=.',
    'Texts and yes-or-no values have no order: compare them with = and != only.',
  )
}

function among(value: Term, set: readonly Scalar[], place: Place, lowering: Lowering): Condition {
  if (value.value.type === 'word') {
    const words = set.filter((each) => typeof each === 'string')
    const at = set.findIndex((each) => typeof each !== 'string')
    if (at >= 0)
      wrongType(
        typeof set[at] === 'number' ? 'number' : 'boolean',
        'word',
        below(place, 'set', at),
        lowering.fault,
      )
    return { op: 'among', word: value.value.word, set: words }
  }
  const { type } = value.value
  const of = set.map((each, index) => {
    const member = lowerExpression({ op: 'lit', value: each }, below(place, 'set', index), lowering, type)
    if (member.value.type !== type) {
      wrongType(member.value.type, type, below(place, 'set', index), lowering.fault)
      return { op: 'constant', code: 1 } as const
    }
    return compared('=', value.value, member.value, place, lowering)
  })
  return { op: 'any', of }
}

/** Both ends over one denominator, so that they are equal only where the value is certain. */
function certainOf(
  value: Value,
  place: Place,
  lowering: Lowering,
): Range | Extract<Value, { type: 'word' }>['word'] {
  if (value.type === 'word') return value.word
  const { low, high } = value.span
  if (low === high) {
    // The numerator of a point is nothing wherever its denominator is nothing or 0.
    checkDigits([low.n], place, lowering.fault)
    return { op: 'range', low: low.n, high: low.n }
  }
  const [least, greatest] = common(low, high)
  checkDigits([least, greatest], place, lowering.fault)
  return { op: 'range', low: least, high: greatest }
}
