import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { atLineStart, escapeAddress, escapeText, strong } from './escape.js'

describe('escaped text', () => {
  test('leaves no mark of Markdown or HTML without a backslash before it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_{}[]<>#|~$!&ab1; \n') }), (text) => {
        const withoutEscapes = escapeText(text).replace(/\\[!-/:-@[-`{-~]/g, '')
        expect(withoutEscapes).not.toMatch(/[\\`*_[\]{}<>#|~$!\n]/)
      }),
    )
  })

  test('shows the same characters once the escapes are read', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = escapeText(text)
          .replace(/\\([!-/:-@[-`{-~])/g, '$1')
          .replace(/&amp;/g, '&')
        expect(read).toBe(text.replace(/[ \t\r\n]+/g, ' ').replace(/&amp;/g, '&'))
      }),
    )
  })

  test('is one line, with no entity and no bare address that would become a link', () => {
    expect(escapeText('a\nb\r\n\tc')).toBe('a b c')
    expect(escapeText('&lt;b&gt; &#60; Q&A')).toBe('&amp;lt;b&amp;gt; &\\#60; Q&A')
    expect(escapeText('https://a.b www.a.b c@d.e')).toBe('https\\://a.b www\\.a.b c\\@d.e')
  })

  test('at the beginning of a line does not begin a list, a heading, a rule or a table', () => {
    for (const [text, written] of [
      ['1. Раздел', '1\\. Раздел'],
      ['2025) итог', '2025\\) итог'],
      ['- пункт', '\\- пункт'],
      ['+ пункт', '\\+ пункт'],
      ['# Заголовок', '\\# Заголовок'],
      ['---', '\\---'],
      ['===', '\\==='],
      ['> цитата', '\\> цитата'],
      ['    код', 'код'],
    ]) {
      expect(atLineStart(escapeText(text ?? ''))).toBe(written)
    }
    expect(atLineStart('1439 практик')).toBe('1439 практик')
  })
})

test('emphasis is set beside spaces and punctuation, and left out inside words', () => {
  expect(strong('27 %', 'на ', ', чем')).toBe('**27 %**')
  expect(strong('27', '№', 'я')).toBe('27')
  expect(strong(' ')).toBe(' ')
})

test('an address cannot end its link early or be a mark', () => {
  expect(escapeAddress('a(1).html?x="y"|z')).toBe('a%281%29.html?x=%22y%22%7Cz')
  expect(escapeAddress('?a=1&copy;=2')).toBe('?a=1&amp;copy;=2')
  expect(escapeAddress('https://example.org/a')).toBe('https://example.org/a')
})
