import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { storageCases } from '@tirazh/testkit'
import { expect, test } from 'vitest'

const guide = read('../../../docs/writing-an-adapter.md')
const sources = readdirSync(fileURLToPath(new URL('../src', import.meta.url)))
  .map((name) => read(`../src/${name}`))
  .join('\n')

test('a function of the guide that has the name of one here is the same, letter by letter', () => {
  const here = functions(sources)
  const shared = [...functions(guide)].filter(([name]) => here.has(name))
  for (const [name, text] of shared) expect(text, name).toBe(here.get(name))
  expect(shared.map(([name]) => name).sort()).toEqual([
    'attempt',
    'changeOf',
    'compareRows',
    'keyOf',
    'matches',
    'place',
  ])
})

test('the lines that the guide quotes are here', () => {
  const quotes = [...guide.matchAll(/^```text\n([\s\S]*?)^```$/gm)].flatMap(([, text = '']) =>
    text.split('\n'),
  )
  const lines = new Set(sources.split('\n').map((line) => line.trim()))
  expect(quotes.filter((line) => !lines.has(line.trim()))).toEqual([])
  expect(quotes.length).toBeGreaterThan(2)
})

test('the cases that find the mistakes of the guide are cases of the kit', () => {
  const known = new Set(storageCases.map(({ id }) => id))
  const named = [...guide.matchAll(/`([a-z]+\/[a-z-]+)`/g)].map(([, id = '']) => id)
  expect(named.filter((id) => !known.has(id))).toEqual([])
  expect(named.length).toBeGreaterThan(12)
})

/** The functions of a module's outermost level, by name. */
function functions(text: string): ReadonlyMap<string, string> {
  const found = text.matchAll(/^(?:export )?(function (\w+)[\s\S]*?^\})$/gm)
  return new Map([...found].map(([, whole = '', name = '']) => [name, whole]))
}

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}
