import type { FieldModel } from '@tirazh/rules'
import type { Scalar } from '@tirazh/spec'
import type { Days } from './days.js'
import type { Random } from './random.js'
import { codes, oddWords } from './words.js'

/** What a value may be in a rule: the types that are compared. */
export type Type = 'number' | 'date' | 'boolean' | 'word'

export function typeOf({ type }: Pick<FieldModel, 'type'>): Type {
  switch (type) {
    case 'number':
    case 'share':
      return 'number'
    case 'text':
    case 'code':
      return 'word'
    default:
      return type
  }
}

/** A value of a type, from few enough that equal ones meet. */
export function randomValue(type: Type, random: Random, days: Days): Scalar {
  switch (type) {
    case 'number':
      return randomNumber(random)
    case 'date':
      return days.day()
    case 'boolean':
      return random.chance(0.5)
    case 'word':
      return random.chance(0.85) ? random.pick(codes) : random.pick(oddWords)
  }
}

function randomNumber(random: Random): number {
  return random.oneOf(
    [50, () => random.int(-2, 5)],
    [25, () => random.pick([0.5, 1.5, -0.5, 0.25, 2.5])],
    [15, () => random.pick([0.1, 0.2, 0.3, 0.01, 0.99, 1.01, 0.7])],
    [10, () => random.pick([100, 10, -100, 1000, 0.001])],
  )
}

/** What a record may hold in a field, usable or not; `undefined` where it holds nothing. */
export function randomContent(field: FieldModel, random: Random, days: Days): unknown {
  return random.oneOf(
    [78, () => usable(field, random, days)],
    [14, () => undefined],
    [1, () => null],
    [7, () => unusable(field, random, days)],
  )
}

function usable(field: FieldModel, random: Random, days: Days): Scalar {
  const type = typeOf(field)
  if (type !== 'number') return randomValue(type, random, days)
  const { decimals = 2, max = 1_000_000_000 } = field
  const unit = 10 ** -decimals
  return random.oneOf(
    [65, () => randomNumber(random)],
    [10, () => random.pick([max, -max, 0, -0])],
    [10, () => Math.round(random.int(-5, 5)) * unit],
    [15, () => Math.round((random.int(-1000, 1000) / 1000) * max * 10 ** decimals) / 10 ** decimals],
  )
}

function unusable(field: FieldModel, random: Random, days: Days): unknown {
  const { decimals = 2, max = 1_000_000_000 } = field
  const wrong: readonly unknown[] = ['', 'x', '5', 5, 0, 1, true, false, [], {}, [1], Number.NaN]
  switch (typeOf(field)) {
    case 'number': {
      const tooFine = 10 ** -(decimals + 1)
      const tooLarge = max + 10 ** -decimals
      const beyond = [Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, 1e300, 5e-324, 0.1 + 0.2]
      return random.pick([tooFine, 1 + tooFine, tooLarge, -tooLarge, ...beyond, ...wrong])
    }
    case 'date':
      return random.pick([
        ...['2023-02-29', '2100-02-29', '2024-04-31', '2024-13-01', '2024-00-10', '2024-01-00', '0999-12-31'],
        ...[
          '10000-01-01',
          '2024-1-1',
          ' 2024-01-01',
          '2024-01-01T00:00:00.000Z',
          '２０２４-01-01',
          '2024/01/01',
        ],
        ...wrong,
      ])
    case 'boolean':
      return random.pick([
        'true',
        'false',
        0,
        1,
        ...wrong.filter((each) => typeof each !== 'boolean'),
        days.day(),
      ])
    case 'word':
      return random.pick(wrong.filter((each) => typeof each !== 'string'))
  }
}
