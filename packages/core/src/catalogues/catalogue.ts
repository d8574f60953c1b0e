import type { Text } from '@tirazh/spec'

/** A closed list of words with their names. The ids are stored; the names are shown and read from files. */
export type Catalogue<Id extends string, Entry extends CatalogueEntry = CatalogueEntry> = Readonly<
  Record<Id, Entry>
>

export interface CatalogueEntry extends Text {
  /** Other spellings found in documents. */
  readonly aliases?: readonly string[]
}

/** The ids of a catalogue, in its order. */
export function idsOf<Id extends string>(catalogue: Readonly<Record<Id, CatalogueEntry>>): readonly Id[] {
  return Object.keys(catalogue) as Id[]
}

/** Finds the id for a word as people write it: case, «ё», spaces and known aliases do not matter. */
export function wordReader<Id extends string>(
  catalogue: Readonly<Record<Id, CatalogueEntry>>,
): (word: string) => Id | undefined {
  const byWord = new Map<string, Id>()
  for (const id of idsOf(catalogue)) {
    const entry = catalogue[id]
    for (const word of [entry.ru, entry.en, ...(entry.aliases ?? [])]) byWord.set(fold(word), id)
  }
  return (word) => byWord.get(fold(word))
}

function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/gu, ' ').trim()
}
