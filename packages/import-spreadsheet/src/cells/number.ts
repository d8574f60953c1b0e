import { type Cell, type Reading, wrong } from './cell.js'

/** `1 234,5`: a decimal comma, spaces between thousands where people like them. */
export const decimal: Cell<number> = {
  read: (text) => numberFrom(text, 0),
  write: (value) => String(value).replace('.', ','),
}

/** A number without a fraction. */
export const whole: Cell<number> = {
  read(text) {
    const reading = numberFrom(text, 0)
    if (!('value' in reading) || Number.isInteger(reading.value)) return reading
    return wrong(
      'CELL_NUMBER',
      'Нужно целое число без дроби.',
      'A whole number without a fraction is needed.',
    )
  },
  write: decimal.write,
}

/** A share written in per cent: `96` is exactly 0.96. */
export const percent: Cell<number> = {
  read: (text) => numberFrom(text.replace(/\s*%$/u, ''), -2),
  write: (value) => decimal.write(Number((value * 100).toPrecision(15))),
}

/** The number times a power of ten; the decimal point is moved in the text, so nothing is rounded. */
function numberFrom(text: string, power: number): Reading<number> {
  const match = /^([-−]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)(?:,(\d+))?$/.exec(text)
  if (match === null) return /^[-−]?[\d\s]*\.\d+$/u.test(text) ? withPoint : notNumber
  const sign = match[1] === '' ? '' : '-'
  const units = (match[2] ?? '').replace(/\D/g, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  if (`${units}${fraction}`.replace(/^0+/, '').length > 15) return tooManyDigits
  // Adding zero turns -0 into 0.
  return { value: Number(`${sign}${units}.${fraction}e${power}`) + 0 }
}

const withPoint = wrong(
  'CELL_NUMBER',
  'Дробная часть отделяется запятой, а не точкой: например, 12,5.',
  'The decimal sign is a comma, not a point: for example 12,5.',
)

const notNumber = wrong(
  'CELL_NUMBER',
  'Это не число: напишите его цифрами, дробную часть через запятую, например 1 234,5.',
  'This is not a number: write it in digits with a decimal comma, for example 1 234,5.',
)

const tooManyDigits = wrong(
  'CELL_NUMBER',
  'В числе больше 15 значащих цифр: округлите его.',
  'The number has more than 15 significant digits: round it.',
)
