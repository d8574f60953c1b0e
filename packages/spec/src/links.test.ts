import { expect, test } from 'vitest'
import { linkOf, safeAddress } from './links.js'
import type { Path } from './scalars.js'

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
    expect(safeAddress(address)).toBe(address)
  }
  expect(safeAddress('  a.html ')).toBe('a.html')
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
    expect(safeAddress(address)).toBeUndefined()
  }
})

test('a reference leads to the report that it names, where the host gives a safe address', () => {
  expect(linked('passport/1', (report) => ` ${report}.html`)).toEqual(['passport/1.html', []])
})

test('a reference without a report or an address leads nowhere, and nothing is missing', () => {
  expect(linked(undefined, () => 'a.html')).toEqual([undefined, []])
  expect(linked('passport/1', () => undefined)).toEqual([undefined, []])
})

test('an address that is not safe is not linked to, and is listed with its place', () => {
  const [address, omitted] = linked('passport/1', () => 'javascript:alert(1)')
  expect(address).toBeUndefined()
  expect(omitted).toEqual([
    [['blocks', 0], 'the address of the link is neither relative nor http, https or mailto'],
  ])
})

function linked(report: string | undefined, link: (report: string) => string | undefined) {
  const omitted: (readonly [Path, string])[] = []
  const address = linkOf(report === undefined ? {} : { report }, ['blocks', 0], {
    omit: (at, why) => omitted.push([at, why]),
    link,
  })
  return [address, omitted] as const
}
