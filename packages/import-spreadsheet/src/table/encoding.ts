import type { Text } from '@tirazh/spec'
import { csvRows } from './csv-rows.js'

/** What the first bytes of a file say: how many of them are not text, or why nothing here is. */
export type Beginning =
  | { readonly skip: number }
  | { readonly code: 'FILE_ENCODING' | 'FILE_NOT_TEXT'; readonly message: () => Text }

/** @param head the first four bytes, or fewer if the file has no more */
export function beginningOf(head: Buffer): Beginning {
  if (begins(head, 0xef, 0xbb, 0xbf)) return { skip: 3 }
  if (begins(head, 0xff, 0xfe) || begins(head, 0xfe, 0xff)) return { code: 'FILE_ENCODING', message: utf16 }
  const isWorkbook = begins(head, 0x50, 0x4b, 0x03, 0x04) || begins(head, 0xd0, 0xcf, 0x11, 0xe0)
  return isWorkbook ? { code: 'FILE_NOT_TEXT', message: workbook } : { skip: 0 }
}

function begins(head: Buffer, ...bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => head[index] === byte)
}

const utf16 = (): Text => ({
  ru: 'Файл в кодировке UTF-16: сохраните его как «CSV UTF-8».',
  en: 'The file is in UTF-16: save it as “CSV UTF-8”.',
})

const workbook = (): Text => ({
  ru: 'Это книга Excel, а не текст: сохраните лист как «CSV UTF-8».',
  en: 'This is an Excel workbook, not text: save the sheet as “CSV UTF-8”.',
})

/**
 * Decides by the header row: valid UTF-8 is UTF-8; otherwise windows-1251, if that makes a known header
 * of it. Failing both it is UTF-8 in which something is broken: those characters become U+FFFD.
 */
export function decoderFor(header: Buffer, isHeader: (cell: string) => boolean): TextDecoder {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true })
  if (isValidUtf8(header)) return utf8
  const windows1251 = new TextDecoder('windows-1251')
  return csvRows(windows1251.decode(header)).flat().some(isHeader) ? windows1251 : utf8
}

function isValidUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
