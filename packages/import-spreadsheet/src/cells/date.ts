import { isPlainDate } from '@tirazh/core'
import type { PlainDate } from '@tirazh/spec'
import { type Cell, wrong } from './cell.js'

/** `24.12.2025`, and nothing else. */
export const date: Cell<PlainDate> = {
  read(text) {
    const match = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(text)
    if (match === null) {
      return wrong(
        'CELL_DATE',
        'Это не дата: напишите её как дд.мм.гггг, например 24.12.2025.',
        'This is not a date: write it as dd.mm.yyyy, for example 24.12.2025.',
      )
    }
    const day = `${match[3]}-${match[2]}-${match[1]}`
    if (isPlainDate(day)) return { value: day }
    return wrong(
      'CELL_DATE',
      'Такого дня нет в календаре: исправьте число, месяц или год.',
      'There is no such day in the calendar: correct the day, the month or the year.',
    )
  },
  write: (value) => value.split('-').reverse().join('.'),
}
