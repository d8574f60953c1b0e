import { isOktmo, type OktmoCode } from '@tirazh/core'
import { type Cell, wrong } from './cell.js'

/** `22701000`, or grouped as the classifier prints it: `22 701 000`, `22.701.000`. */
export const oktmo: Cell<OktmoCode> = {
  read(text) {
    const code = grouped.test(text) ? text.replace(/\D/g, '') : text
    if (isOktmo(code)) return { value: code }
    if (/^\d([\d,.]*)E\+?\d+$/i.test(text)) {
      return wrong(
        'OKTMO_FORMAT',
        'Табличный редактор превратил код в число: задайте столбцу формат «Текст» и введите код заново.',
        'The spreadsheet program turned the code into a number: format the column as text and enter the code again.',
      )
    }
    if (/^(\d{7}|\d{10})$/.test(text)) {
      return wrong(
        'OKTMO_FORMAT',
        'В коде ОКТМО не хватает цифры: возможно, пропал ноль в начале. Задайте столбцу формат «Текст».',
        'A digit of the OKTMO code is missing, perhaps a leading zero: format the column as text.',
      )
    }
    return wrong(
      'OKTMO_FORMAT',
      'Код ОКТМО — 8 или 11 цифр, например 22701000.',
      'An OKTMO code has 8 or 11 digits, for example 22701000.',
    )
  },
  write: (value) => value,
}

const grouped = /^\d{2}(?:([ .\u00a0\u202f])\d{3})(?:\1\d{3}){1,2}$/
