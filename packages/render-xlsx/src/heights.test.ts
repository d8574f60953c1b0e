import { expect, test } from 'vitest'
import { rowHeight } from './heights.js'

test('a row of one line has the height that its program gives it', () => {
  expect(rowHeight({ look: 'body', cells: [{ value: 'слово' }, { value: 1 }] }, [10, 10])).toBeUndefined()
})

test('a longer text needs as many lines as its column breaks it into, and those it has itself', () => {
  expect(rowHeight({ look: 'body', cells: [{ value: 'слово '.repeat(10) }] }, [20])).toBe(60)
  expect(rowHeight({ look: 'body', cells: [{ value: 'а\nб\nв' }] }, [20])).toBe(45)
})

test('a title written upwards is as high as it is long, and no row is higher than a row can be', () => {
  expect(rowHeight({ look: 'header', cells: [{ value: 'Замер', look: 'turned' }] }, [4])).toBe(42)
  expect(rowHeight({ look: 'text', spanned: true, cells: [{ value: 'слово '.repeat(5000) }] }, [50])).toBe(
    409,
  )
})
