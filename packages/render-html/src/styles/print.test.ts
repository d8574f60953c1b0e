import { expect, test } from 'vitest'
import { cssString, printStyles } from './print.js'

test('a title cannot leave the string it stands in', () => {
  expect(cssString('Доклад 1')).toBe('"Доклад 1"')
  const hostile = cssString('"; } </style><script> \\ \n')
  expect(hostile.slice(1, -1)).not.toMatch(/["<>;{}\n]|\\(?![0-9a-f]+ )/)
})

test('title and notice stand on every printed page', () => {
  const margins = { title: 'Доклад', notice: 'Черновик', fonts: 'Onest', colour: '#55626f' }
  const styles = printStyles({ ...margins, layout: 'report' })
    .map(({ css }) => css)
    .join()
  expect(styles).toContain('@bottom-left{content:"Доклад"')
  expect(styles).toContain('@bottom-right{content:"Черновик"')
})
