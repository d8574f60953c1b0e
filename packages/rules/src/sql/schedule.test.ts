import fc from 'fast-check'
import { expect, test } from 'vitest'
import { schedule } from './schedule.js'
import { isGathered, isJoined, json, partsOf, sql, type Term, text } from './term.js'

const columns: readonly Term[] = ['a', 'b'].map((name) => ({ kind: 'column', of: 'subject', name }))

/** Any terms, each made of some before it, so that most stand in many places. */
const anyTerms = fc
  .array(
    fc.tuple(fc.constantFrom('formula', 'lookup', 'total', 'gathered'), fc.array(fc.nat(), { maxLength: 4 })),
    {
      minLength: 1,
      maxLength: 60,
    },
  )
  .map((made) => {
    const terms = [...columns]
    for (const [kind, places] of made) {
      const parts = places.map((place) => terms[place % terms.length]).filter((term) => term !== undefined)
      const formula = parts.reduce((left, right) => sql`(${left} + ${right})`, sql`${text('x')}`)
      if (kind === 'formula') terms.push(formula)
      else if (kind === 'lookup') terms.push({ kind: 'lookup', code: formula, stretches: json([]) })
      else terms.push({ kind: 'total', over: 'rows', pieces: [], needs: kind === 'total' ? [] : [formula] })
    }
    return terms
  })

test('a query reads only what is there: given, handed on by the query before, or joined to it', () => {
  fc.assert(
    fc.property(anyTerms, fc.nat(), (terms, at) => {
      const roots = terms.slice(-1 - (at % terms.length))
      const { steps, handedOn } = schedule(roots, [terms[0] ?? sql`x`, ...terms.slice(2, 5)], () => false)
      const worked = new Set<Term>(steps.flatMap((step) => step.terms))
      let there = new Set<Term>(columns)
      for (const [index, { gathers, terms: own }] of steps.entries()) {
        const joined = new Set<Term>(own.filter(isJoined))
        const read = (term: Term): void => {
          if (there.has(term) || joined.has(term)) return
          expect(term.kind === 'column' || worked.has(term)).toBe(false)
          for (const part of partsOf(term)) read(part)
        }
        for (const term of own) for (const part of partsOf(term)) read(part)
        for (const term of own) expect(isGathered(term)).toBe(gathers !== undefined)
        if (index === steps.length - 1) for (const root of roots) read(root)
        const handed = handedOn(index)
        for (const term of handed) {
          expect(there.has(term) || own.some((each) => each === term)).toBe(true)
        }
        there = new Set(handed)
      }
    }),
  )
})

test('however many conditions a rule has, no query is wide and none is long', () => {
  const [a = sql`a`, b = sql`b`] = columns
  const leaves = Array.from({ length: 5000 }, (_, index) => sql`(${a} * ${b} >= ${text(String(index))})`)
  let all: Term = sql`TRUE`
  for (const leaf of leaves) all = sql`(${all} AND ${leaf})`
  const digits = Array.from({ length: 50 }, (_, index) => {
    const group = leaves.slice(index * 100, index * 100 + 100)
    return group.reduce<Term>((left, right) => sql`${left} || ${right}`, sql`''`)
  })
  const { steps, handedOn } = schedule([all], digits, () => false)
  const widths = steps.map((_, index) => handedOn(index).length)
  expect(Math.max(...widths)).toBeLessThan(1000)
  expect(steps.length).toBeLessThan(200)
})
