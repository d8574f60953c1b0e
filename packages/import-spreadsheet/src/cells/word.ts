import { type CatalogueEntry, idsOf, wordReader } from '@tirazh/core'
import { nearest } from '../nearest.js'
import { shown } from '../shown.js'
import type { Cell } from './cell.js'

/** A word of a catalogue; case, «ё» and known other spellings do not matter. */
export function word<Id extends string>(catalogue: Readonly<Record<Id, CatalogueEntry>>): Cell<Id> {
  const idOf = wordReader(catalogue)
  const names = idsOf(catalogue).map((id) => catalogue[id].ru)
  return {
    read(text) {
      const id = idOf(text)
      if (id !== undefined) return { value: id }
      const message = () => {
        const meant = nearest(text, names)
        const allowed = meant === undefined ? names.map((name) => `«${name}»`).join(', ') : `«${meant}»`
        return {
          ru: `Слова «${shown(text)}» здесь быть не может. ${meant === undefined ? 'Допустимо' : 'Возможно'}: ${allowed}.`,
          en: `The word «${shown(text)}» is not known here. ${meant === undefined ? 'It may be' : 'Perhaps'}: ${allowed}.`,
        }
      }
      return { problems: [{ code: 'CELL_WORD', message }] }
    },
    write: (id) => catalogue[id].ru,
  }
}

const answer = word({ yes: { ru: 'да', en: 'yes' }, no: { ru: 'нет', en: 'no' } })

/** «да» or «нет». */
export const yesNo: Cell<boolean> = {
  read(text) {
    const reading = answer.read(text)
    return 'value' in reading ? { value: reading.value === 'yes' } : reading
  },
  write: (value) => answer.write(value ? 'yes' : 'no'),
}
