import type { Text } from '@tirazh/spec'

/** How the cells of a column are read, and how a value of a record looks in one. */
export interface Cell<T> {
  /** @param text not empty, without spaces around it */
  read(text: string): Reading<T>
  write(value: T): string
}

/** What a cell says, or everything that is wrong with it. */
export type Reading<T> = { readonly value: T } | { readonly problems: readonly CellProblem[] }

export interface CellProblem {
  readonly code: string
  /** The part of the cell that is wrong, where it is not the whole. */
  readonly value?: string
  /** Composed only when it is shown. */
  readonly message: () => Text
}

/** A reading with one problem. */
export function wrong(code: string, ru: string, en: string): { readonly problems: readonly CellProblem[] } {
  return { problems: [{ code, message: () => ({ ru, en }) }] }
}

/** Any text. */
export const text: Cell<string> = {
  read: (text) => ({ value: text }),
  write: (value) => value,
}
