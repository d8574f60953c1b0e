import { expect, test } from 'vitest'
import { safeLink } from './safe-link.js'

test('relative addresses, http, https and mailto may be linked to', () => {
  for (const address of [
    'passport/ПР-0001.html',
    './a.html#b',
    '/reports/1?x=a:b',
    '#main',
    '?page=2',
    'https://example.org/a',
    'HTTP://example.org',
    'mailto:office@example.org',
  ]) {
    expect(safeLink(address)).toBe(address)
  }
  expect(safeLink('  a.html ')).toBe('a.html')
})

test('no other scheme may be linked to, however it is disguised', () => {
  for (const address of [
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\tscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//example.org/a',
    '/\\example.org',
    '\\\\example.org',
    '',
  ]) {
    expect(safeLink(address)).toBeUndefined()
  }
})
