import type { Cell, CellProblem, Reading } from './cell.js'

/** Several things with commas between them. */
export function listOf<T>(item: Cell<T>): Cell<readonly T[]> {
  return {
    read(text): Reading<readonly T[]> {
      const values: T[] = []
      const problems: CellProblem[] = []
      for (const part of text.split(',').map((each) => each.trim())) {
        const reading = part === '' ? gap : item.read(part)
        if ('value' in reading) values.push(reading.value)
        else problems.push(...reading.problems.map((problem) => ({ value: part, ...problem })))
      }
      return problems.length === 0 ? { value: values } : { problems }
    },
    write: (values) => values.map((value) => item.write(value)).join(', '),
  }
}

/** The same cells for another type of value. */
export function mapped<A, B>(cell: Cell<A>, to: (value: A) => B, from: (value: B) => A): Cell<B> {
  return {
    read(text) {
      const reading = cell.read(text)
      return 'value' in reading ? { value: to(reading.value) } : reading
    },
    write: (value) => cell.write(from(value)),
  }
}

const gap: { readonly problems: readonly CellProblem[] } = {
  problems: [
    {
      code: 'CELL_LIST',
      message: () => ({
        ru: 'В списке пропуск: уберите лишнюю запятую или впишите недостающее.',
        en: 'The list has a gap: remove the extra comma or enter what is missing.',
      }),
    },
  ],
}
