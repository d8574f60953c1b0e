import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText } from './text.js'

test.each([
  ['=1+1', "'=1+1"],
  ['+7 831 000', "'+7 831 000"],
  ['-5', "'-5"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['|cmd', "'|cmd"],
  ['＝1', "'＝1"],
  ['＋1', "'＋1"],
  ['－1', "'－1"],
  ['＠x', "'＠x"],
  ['  =1', "'  =1"],
  ['\u00a0=1', "'\u00a0=1"],
  ['\u200b=1', "'\u200b=1"],
  ['\ufeff=1', "'\ufeff=1"],
  ["'=1", "''=1"],
  ["' =1", "'' =1"],
  ['\t1', "'\t1"],
  ['\r1', "'\r1"],
  ['\n1', "'\n1"],
  ['\n=1', "'\n=1"],
])('%j could be run as a formula and is written %j', (text, written) => {
  expect(escapeText(text, false)).toBe(written)
})

test.each(['', "д'Арк", 'а=1', '1-2', "'90-е", '−5', '–', '"=1"', '#ССЫЛКА!'])(
  '%j is no formula and stays',
  (text) => {
    expect(escapeText(text, false)).toBe(text)
  },
)

test('on one line, line feeds and tabs are spaces, and what follows them is still no formula', () => {
  expect(escapeText('а\r\nб\nв\rг\tд\u2028е', true)).toBe('а б в г д е')
  expect(escapeText('\r\n\t=1', true)).toBe("'  =1")
})

test('what no file of text can hold is shown as U+FFFD', () => {
  expect(escapeText('a\u0000b\u001ac\ud800d😀\udc00', false)).toBe('a\ufffdb\ufffdc\ufffdd😀\ufffd')
})

const nasty = fc.string({ unit: fc.constantFrom(...'\'=+-@|＝ \t\r\n\u00a0\u200bа1";,') })

test('taking the apostrophe away gives the text back', () => {
  fc.assert(
    fc.property(nasty, nasty, (a, b) => {
      const written = escapeText(a, false)
      expect([a, `'${a}`]).toContain(written)
      if (a !== b) expect(escapeText(b, false)).not.toBe(written)
      // The apostrophe of the escape is told from one of the text: only an escaped text still needs one.
      expect(written !== a).toBe(written.startsWith("'") && escapeText(written.slice(1), false) === written)
    }),
  )
})
