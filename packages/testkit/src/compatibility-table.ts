import type { StorageResult } from './check-storage.js'

/**
 * What was found out about several storages as a Markdown table: a row for each area of the cases, a column
 * for each storage, both in the order of the results, and in each cell how many of the cases that were run
 * have passed. Notes below the table name the cases that failed and why others were skipped. The same
 * results give the same text.
 */
export function compatibilityTable(results: readonly StorageResult[]): string {
  const storages = [...new Set(results.map(({ storage }) => storage))]
  const areas = [...new Set(results.map(areaOf))]
  const notes: string[] = []
  const mark = (note: string): string => {
    if (!notes.includes(note)) notes.push(note)
    return superscript(notes.indexOf(note) + 1)
  }
  const cell = (storage: string, area: string): string => {
    const here = results.filter((result) => result.storage === storage && areaOf(result) === area)
    if (here.length === 0) return ''
    const run = here.filter(({ outcome }) => outcome !== 'skipped')
    const failed = run.filter(({ outcome }) => outcome === 'failed')
    const reasons = new Set(here.flatMap(({ reason }) => (reason === undefined ? [] : [reason])))
    const marks = [
      ...failed.map(({ id }) => mark(`failed: \`${id}\``)),
      ...[...reasons].map((reason) => mark(`skipped: ${reason}`)),
    ]
    const counts = run.length === 0 ? '–' : `${run.length - failed.length}/${run.length}`
    return [failed.length > 0 ? `**${counts}**` : counts, marks.join(' ')].filter(Boolean).join(' ')
  }
  const rows = areas.map((area) => [area, ...storages.map((storage) => cell(storage, area))])
  const table = [['', ...storages], ['---', ...storages.map(() => '---')], ...rows]
  const lines = table.map((cells) => `| ${cells.map(escaped).join(' | ')} |`)
  const listed = notes.map((note, i) => `${i + 1}. ${note}`)
  return `${[...lines, ...(listed.length > 0 ? ['', ...listed] : [])].join('\n')}\n`
}

function areaOf({ id }: StorageResult): string {
  return id.split('/', 1).join()
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|')
}

function superscript(number: number): string {
  return [...String(number)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('')
}
