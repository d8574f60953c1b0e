import type { TableTags } from './engine.js'
import { type Structure, structureOf } from './structure.js'

/**
 * Says of cells that they are heads of their rows, which this version of Typst cannot be told, and leaves out
 * the empty cell that holds the last rows of a table together. A file that is not as expected stays as it is.
 */
export function tagTables(file: Uint8Array, tables: readonly TableTags[]): Uint8Array {
  if (tables.every(({ rowHeaders, held }) => rowHeaders.length === 0 && !held)) return file
  const structure = structureOf(file)
  if (structure === undefined) return file
  const found = tablesIn(structure)
  if (found.length !== tables.length) return file
  const changes = new Map<string, string>()
  found.forEach((id, index) => {
    const tags = tables[index]
    if (tags !== undefined) tagTable(id, tags, structure, changes)
  })
  return structure.replaced(changes)
}

/** The ids of the tables in the order of reading. */
function tablesIn(structure: Structure): readonly string[] {
  const found: string[] = []
  const visit = (id: string): void => {
    const element = structure.element(id)
    if (element === undefined) return
    if (typeOf(element) === 'Table') found.push(id)
    else kidsOf(element).forEach(visit)
  }
  kidsOf(structure.root).forEach(visit)
  return found
}

function tagTable(table: string, tags: TableTags, structure: Structure, changes: Map<string, string>): void {
  const change = (id: string, how: (element: string) => string): void => {
    const element = changes.get(id) ?? structure.element(id)
    if (element !== undefined) changes.set(id, how(element))
  }
  for (const group of kidsOf(structure.element(table) ?? '')) {
    const body = typeOf(structure.element(group) ?? '') === 'TBody'
    for (const row of kidsOf(structure.element(group) ?? '')) {
      const cells = kidsOf(structure.element(row) ?? '')
      const last = cells[tags.columns - 1]
      if (tags.held && last !== undefined) change(last, (cell) => cell.replace(/\s*\/ColSpan 2\b/, ''))
      if (tags.held && cells.length > tags.columns)
        change(row, (text) => withKids(text, cells.slice(0, tags.columns)))
      for (const column of body ? tags.rowHeaders : []) {
        const cell = cells[column]
        if (cell !== undefined) change(cell, rowHeader)
      }
    }
  }
}

function rowHeader(cell: string): string {
  return cell.replace('/S /TD', '/S /TH').replace('/O /Table', '/O /Table\n    /Scope /Row')
}

function typeOf(element: string): string | undefined {
  return /\/S \/(\w+)/.exec(element)?.[1]
}

/** Kids that are elements of their own; what is between them is content of the element. */
function kidsOf(element: string): readonly string[] {
  const list = /\n {2}\/K \[([^\]]*)\]/.exec(element)?.[1] ?? ''
  return [...list.matchAll(/(\d+) 0 R/g)].map(([, id = '']) => id)
}

function withKids(element: string, kids: readonly string[]): string {
  return element.replace(/\n {2}\/K \[[^\]]*\]/, `\n  /K [${kids.map((id) => `${id} 0 R`).join(' ')}]`)
}
