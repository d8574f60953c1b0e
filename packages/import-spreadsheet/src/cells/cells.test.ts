import { adoptionStatuses, leanTools, units } from '@tirazh/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cell, text } from './cell.js'
import { date } from './date.js'
import { listOf } from './list.js'
import { decimal, percent, whole } from './number.js'
import { oktmo } from './oktmo.js'
import { cellReader, readCell } from './read-cell.js'
import { word, yesNo } from './word.js'

/** The value of a cell, `null` if it is empty, or the sentences about what is wrong. */
function read<T>(cell: Cell<T>, raw: string): T | null | readonly string[] {
  const reading = readCell(cell, raw)
  if (reading === undefined) return null
  return 'value' in reading ? reading.value : reading.problems.map(({ message }) => message().ru)
}

test('numbers have a decimal comma and may have spaces between thousands', () => {
  const cells = [
    '0',
    '007',
    '12,5',
    '-3',
    '−3,50',
    '1 234,5',
    '1\u00a0234\u00a0567',
    '1\u202f000',
    '-0',
    ' 8 ',
  ]
  expect(cells.map((cell) => read(decimal, cell))).toEqual([
    0, 7, 12.5, -3, -3.5, 1234.5, 1234567, 1000, 0, 8,
  ])
})

test('what is not such a number is refused with the remedy', () => {
  expect(read(decimal, '12.5')).toEqual(['Дробная часть отделяется запятой, а не точкой: например, 12,5.'])
  for (const cell of [
    '1,2,3',
    '12 34',
    '1e5',
    '0x10',
    'Infinity',
    'NaN',
    '5%',
    ',5',
    '5,',
    '1.234,5',
    '--1',
  ]) {
    expect(read(decimal, cell)).toEqual([expect.stringMatching('не число')])
  }
})

test('digits beyond the fifteenth are refused, not rounded', () => {
  expect(read(decimal, '123456789012,345')).toBe(123456789012.345)
  expect(read(decimal, '0,100000000000000000000')).toBe(0.1)
  expect(read(decimal, '0,1000000000000001')).toEqual([expect.stringMatching('15')])
  expect(read(decimal, '1234567890123456')).toEqual([expect.stringMatching('15')])
})

test('whole numbers have no fraction', () => {
  expect(read(whole, '1 250 000')).toBe(1250000)
  expect(read(whole, '12,0')).toBe(12)
  expect(read(whole, '12,5')).toEqual([expect.stringMatching('целое')])
})

test('per cent become exact shares', () => {
  expect(['96', '96,5', '100', '0', '7', '29', '58 %', '0,1'].map((cell) => read(percent, cell))).toEqual([
    0.96, 0.965, 1, 0, 0.07, 0.29, 0.58, 0.001,
  ])
})

test('a number that is written is read as itself', () => {
  const value = fc
    .double({ min: -1e14, max: 1e14, noNaN: true })
    .map((number) => Number(number.toFixed(3)) + 0)
  const short = value.filter(
    (number) => Number(number.toPrecision(15)) === number && !String(number).includes('e'),
  )
  fc.assert(
    fc.property(short, (number) => {
      expect(read(decimal, decimal.write(number))).toBe(number)
    }),
  )
  const share = fc.nat(100_000).map((number) => number / 100_000)
  fc.assert(
    fc.property(share, (number) => {
      expect(read(percent, percent.write(number))).toBe(number)
    }),
  )
})

test('dates are dd.mm.yyyy and stand in the calendar', () => {
  expect(read(date, '29.02.2024')).toBe('2024-02-29')
  expect(read(date, '29.02.2023')).toEqual([expect.stringMatching('календаре')])
  expect(read(date, '00.01.2024')).toEqual([expect.stringMatching('календаре')])
  for (const cell of ['1.2.2024', '2024-02-01', '01/02/2024', '01.02.24', '45322', '01.02.2024 г.']) {
    expect(read(date, cell)).toEqual([expect.stringMatching('дд.мм.гггг')])
  }
  expect(date.write('2024-02-29')).toBe('29.02.2024')
})

test('codes of municipalities keep their zeros and lose the grouping', () => {
  const cells = [
    '01701000',
    '22 701 000',
    '22.701.000',
    '22\u00a0701\u00a0000',
    '22 701 000 001',
    '22701000001',
  ]
  expect(cells.map((cell) => read(oktmo, cell))).toEqual([
    '01701000',
    '22701000',
    '22701000',
    '22701000',
    '22701000001',
    '22701000001',
  ])
})

test('a code that cannot be one is refused with what probably happened', () => {
  for (const cell of ['1701000', '2270100000'])
    expect(read(oktmo, cell)).toEqual([expect.stringMatching('ноль')])
  for (const cell of ['2,2701E+07', '2.2701E+7', '2E7']) {
    expect(read(oktmo, cell)).toEqual([expect.stringMatching('в число')])
  }
  for (const cell of ['22', '22 701.000', '22 70 1000', '227010000', 'Кстово', '22701000-3']) {
    expect(read(oktmo, cell)).toEqual([expect.stringMatching('8 или 11')])
  }
})

test('words are found whatever their case, «ё», spaces and known other spellings', () => {
  const status = word(adoptionStatuses)
  expect(['внедрено', 'Внедрено', ' ВНЕДРЕНО', 'implemented'].map((cell) => read(status, cell))).toEqual(
    Array(4).fill('implemented'),
  )
  expect(read(word(units), 'чел-мин')).toBe('person-minute')
  expect([read(yesNo, 'Да'), read(yesNo, 'нет')]).toEqual([true, false])
})

test('an unknown word is answered with the nearest or with all that are known', () => {
  expect(read(word(adoptionStatuses), 'внедрёна')).toEqual([
    'Слова «внедрёна» здесь быть не может. Возможно: «внедрено».',
  ])
  expect(read(word(adoptionStatuses), 'никогда в жизни')).toEqual([
    'Слова «никогда в жизни» здесь быть не может. Допустимо: «запланировано», «внедряется», «внедрено», «отказ».',
  ])
})

test('every wrong item of a list is told', () => {
  const tools = listOf(word(leanTools))
  expect(read(tools, '5S, Канбан')).toEqual(['five-s', 'kanban'])
  expect(read(tools, 'Колдовство, 5S, Шаманство,')).toHaveLength(3)
  expect(tools.write(['five-s', 'kanban'])).toBe('5С, Канбан')
})

test('placeholders, spaces and nothing are empty; control and broken characters are not understood', () => {
  for (const cell of ['', ' ', '\u00a0', '-', '–', '—', '___', '----', 'н/д', 'Н/Д']) {
    expect(read(text, cell)).toBeNull()
  }
  for (const cell of ['a\u0000', '\u0007', 'a\u0098b', '\u007f']) {
    expect(read(text, cell)).toEqual([expect.stringMatching('управляющий')])
  }
  expect(read(text, 'a\ufffd')).toEqual([expect.stringMatching('кодировке')])
  expect(read(text, 'два\nряда\t')).toBe('два\nряда')
})

test('a reader with a memory reads as one without', () => {
  const remembering = cellReader(decimal)
  const cell = fc.constantFrom('1', '2,5', 'x', '', '—', '9'.repeat(200), '1 234 567 890,25')
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 30 }), (cells) => {
      for (const raw of cells) expect(remembering(raw)).toEqual(readCell(decimal, raw))
    }),
  )
  // More different cells than are remembered.
  for (let number = 0; number < 10_000; number += 1) {
    expect(remembering(String(number % 5000))).toEqual({ value: number % 5000 })
  }
})
