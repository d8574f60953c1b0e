/**
 * Where a policy answers otherwise than CEL, reviewed one by one: the name of the case and why that is
 * meant. The test fails for a divergence that is not here and for one that is gone.
 */
export const divergences: { readonly [name: string]: string } = {
  'comparisons/eq_literal/not_eq_double_nan': notANumber(),
  'comparisons/eq_literal/not_eq_int_double_nan': notANumber(),
  'comparisons/eq_literal/not_eq_uint_double_nan': notANumber(),
  'comparisons/ne_literal/ne_double_nan': notANumber(),
  'comparisons/ne_literal/not_ne_double_nan': notANumber(),
  'comparisons/ne_literal/not_ne_int_double_nan': notANumber(),
  'comparisons/ne_literal/not_ne_uint_double_nan': notANumber(),
  'integer_math/int64_math/uint64_overflow_negative': unsigned('0 − 1 is −1'),
  'integer_math/int64_math/unary_minus_no_overload': unsigned('42 may be negated'),
  'integer_math/uint64_math/negative_no_overload': unsigned('5 may be negated'),
  'macros/exists_one/list_no_shortcircuit':
    'Three of the four are certain to count, so there is not exactly one whatever the fourth would be; CEL lets an error of any element spoil the whole.',
}

function notANumber(): string {
  return 'A number divided by zero is not known, so neither is whether it equals another; CEL has the double NaN, which equals nothing.'
}

function unsigned(example: string): string {
  return `Numbers are of one type with a sign, so ${example}; CEL has unsigned integers and reports an error.`
}
