import type { Adoption, Practice, Project, Records } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'

/** A register of so many practices, each taken over by so many municipalities; the same at every run. */
export function register(practices: number, adoptionsEach: number): Records {
  const { municipalities } = nizhnyNovgorod
  const author = municipalities[0]?.id ?? ''
  const numbers = Array.from({ length: practices }, (_, index) => String(index + 1).padStart(5, '0'))
  return {
    municipality: municipalities,
    factory: [],
    project: numbers.map(
      (n): Project => ({
        id: `П-${n}`,
        title: `Запись на приём без очереди, участок ${n}`,
        municipality: author,
      }),
    ),
    practice: numbers.map(
      (n): Practice => ({
        id: `ПР-${n}`,
        title: `Запись на приём без очереди, участок ${n}`,
        sourceProject: `П-${n}`,
        author,
        publishedOn: '2022-03-15',
      }),
    ),
    adoption: numbers.flatMap((n) =>
      Array.from(
        { length: adoptionsEach },
        (_, index): Adoption => ({
          id: `Т-${n}-${index + 1}`,
          practice: `ПР-${n}`,
          municipality: municipalities[index % municipalities.length]?.id ?? author,
          status: 'implemented',
          implementedOn: '2023-02-01',
          basis: `Распоряжение № ${n}-${index + 1}`,
        }),
      ),
    ),
    check: [],
    defence: [],
    certificate: [],
  }
}
