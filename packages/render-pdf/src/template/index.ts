import { blocks } from './blocks.js'
import { certificate } from './certificate.js'
import { main } from './main.js'
import { table } from './table.js'
import { text } from './text.js'

/** The Typst sources that every PDF is made from. They hold no data, and data are never read as source. */
export const template: Readonly<Record<string, string>> = {
  'main.typ': main,
  'text.typ': text,
  'blocks.typ': blocks,
  'table.typ': table,
  'certificate.typ': certificate,
}
