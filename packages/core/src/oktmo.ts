/**
 * A code of the Russian classifier of municipal territories (ОК 033-2013): 8 digits for a
 * municipality, 11 for a settlement in it. A string, because leading zeros matter.
 */
export type OktmoCode = string

/** 8 or 11 digits; grouping dots and spaces («22 701 000») are not part of a code. */
export function isOktmo(text: string): boolean {
  return /^(\d{8}|\d{11})$/.test(text)
}

/**
 * The check digit that the classifier keeps beside a code: digits weighted 1…10 from the left,
 * modulo 11; on 10 once more with weights from 3; on 10 again 0. Of 25,088 published codes 16 carry
 * another digit, so a mismatch is a warning and never a reason to reject a code.
 */
export function oktmoCheckDigit(code: OktmoCode): number {
  const first = weighted(code, 1)
  if (first < 10) return first
  const second = weighted(code, 3)
  return second < 10 ? second : 0
}

function weighted(code: OktmoCode, firstWeight: number): number {
  let sum = 0
  for (let index = 0; index < code.length; index += 1) {
    const weight = ((firstWeight - 1 + index) % 10) + 1
    sum += Number(code[index]) * weight
  }
  return sum % 11
}
