import {
  adoptionStatuses,
  type CatalogueEntry,
  certificateLevels,
  defenceDecisions,
  idsOf,
  leanTools,
  metrics,
  municipalityTypes,
  projectResults,
  units,
  wordReader,
} from '@tirazh/core'
import { expect, test } from 'vitest'

const catalogues: Record<string, Readonly<Record<string, CatalogueEntry>>> = {
  adoptionStatuses,
  certificateLevels,
  defenceDecisions,
  leanTools,
  metrics,
  municipalityTypes,
  projectResults,
  units,
}

test.each(Object.entries(catalogues))(
  'in %s every word in either language is read as its own entry',
  (_, each) => {
    const read = wordReader(each)
    for (const id of idsOf(each)) {
      const entry = each[id]
      for (const word of [entry?.ru, entry?.en, ...(entry?.aliases ?? [])])
        expect([word, read(word ?? '')]).toEqual([word, id])
    }
  },
)

test('a word is read whatever its case, spaces and «ё»', () => {
  const read = wordReader(leanTools)
  expect(read('  диаграмма   СПАГЕТТИ ')).toBe('spaghetti-diagram')
  expect(wordReader(projectResults)('упрощен')).toBe('simplified')
  expect(read('волшебство')).toBeUndefined()
})

test('the eight methods of ГОСТ Р 56407-2015 and the four of the federal centre are marked', () => {
  const marked = (mark: 'gost' | 'fcc'): number => idsOf(leanTools).filter((id) => leanTools[id][mark]).length
  expect([marked('gost'), marked('fcc')]).toEqual([8, 4])
})
