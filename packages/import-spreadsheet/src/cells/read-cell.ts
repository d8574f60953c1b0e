import { type Cell, type Reading, wrong } from './cell.js'

/** Reads a cell as it stands in the file. @returns nothing for an empty cell or a placeholder such as «—» */
export function readCell<T>(cell: Cell<T>, raw: string): Reading<T> | undefined {
  if (raw === '') return undefined
  if (raw.includes('\ufffd')) return notInEncoding
  if (control.test(raw)) return notText
  const text = raw.trim()
  return text === '' || placeholder.test(text) ? undefined : cell.read(text)
}

/**
 * The same with a memory of the column's latest different cells, so that equal cells share one value.
 * Strings cut from a chunk of the file would keep the whole chunk in memory: those kept are copies.
 */
export function cellReader<T>(cell: Cell<T>): (raw: string) => Reading<T> | undefined {
  const known = new Map<string, Reading<T> | undefined>()
  return (raw) => {
    if (raw === '') return undefined
    if (raw.length > longestRemembered) return readCell(cell, copied(raw))
    const earlier = known.get(raw)
    if (earlier !== undefined || known.has(raw)) return earlier
    const own = copied(raw)
    const reading = readCell(cell, own)
    if (known.size >= mostRemembered) known.clear()
    known.set(own, reading)
    return reading
  }
}

const longestRemembered = 100
const mostRemembered = 4096

/** V8 copies shorter substrings of itself. */
const shortestSlice = 13

function copied(text: string): string {
  return text.length < shortestSlice ? text : Buffer.from(text, 'utf16le').toString('utf16le')
}

const placeholder = /^(?:[_\-–—−]+|н\/д)$/i

/** Control characters; tabs and line breaks are text. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/

const notInEncoding = wrong(
  'CELL_ENCODING',
  'Часть знаков не читается в кодировке файла: введите ячейку заново и сохраните файл как «CSV UTF-8».',
  'Some characters are broken in the encoding of the file: enter the cell again and save the file as “CSV UTF-8”.',
)

const notText = wrong(
  'CELL_CONTROL',
  'В ячейке есть управляющий знак: удалите содержимое и введите его заново.',
  'The cell holds a control character: clear the cell and type its text again.',
)
