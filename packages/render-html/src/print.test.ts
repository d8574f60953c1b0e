import { expect, test } from 'vitest'
import { cssString, printStyles } from './print.js'

test('a title cannot leave the string it stands in', () => {
  expect(cssString('Доклад 1')).toBe('"Доклад 1"')
  const hostile = cssString('"; } </style><script> \\ \n')
  expect(hostile.slice(1, -1)).not.toMatch(/["<>;{}\n]|\\(?![0-9a-f]+ )/)
})

test('title and notice stand on every printed page', () => {
  const styles = printStyles({ title: 'Доклад', notice: 'Черновик' })
  expect(styles).toContain('@bottom-left{content:"Доклад"')
  expect(styles).toContain('@bottom-right{content:"Черновик"')
})
