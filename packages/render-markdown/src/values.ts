import {
  type Basis,
  type Block,
  basesOf,
  type Inline,
  linkOf,
  type Path,
  type StatusValue,
  type Truth,
  type Value,
  valuesOf,
} from '@tirazh/spec'
import { escapeAddress, escapeText, strong } from './escape.js'
import type { Writer } from './writer.js'

const marks: Readonly<Record<Truth, string>> = { met: '✓', unknown: '?', unmet: '✗' }

export function writeValue(value: Value, at: Path, writer: Writer): string {
  const text = escapeText(writer.f.value(value))
  if (typeof value === 'string') return text
  switch (value.as) {
    case 'status':
      return writeDecision(value, at, writer)
    case 'reference': {
      const address = linkOf(value, at, writer.context)
      return address === undefined ? text : `[${text}](${escapeAddress(address)})`
    }
    case 'unknown':
      return text.trim() === '' ? text : `*${text.trim()}*`
    case 'number':
    case 'interval':
    case 'money':
    case 'share':
    case 'date':
      return text
  }
}

/** Running text on one line; with `emphasis` its figures are set off. */
export function writeInline(content: Inline, at: Path, writer: Writer, emphasis = false): string {
  const parts = content.map((value, index) => writeValue(value, [...at, index], writer))
  if (!emphasis) return parts.join('')
  return parts
    .map((part, index) => {
      const value = content[index]
      const figure = typeof value === 'object' && value.as !== 'reference' && value.as !== 'unknown'
      return figure ? strong(part, parts[index - 1], parts[index + 1]) : part
    })
    .join('')
}

/** A decision in a list: mark and word. */
export function writeStatus(status: Truth, writer: Writer): string {
  return `${marks[status]} **${escapeText(writer.f.truth(status))}** — `
}

/**
 * Mark and word. The word leads to the report that tells why, where there is one; why stands in the title
 * of the link or, without one, beside the word.
 */
function writeDecision({ status, text, basis }: StatusValue, at: Path, writer: Writer): string {
  const word = escapeText(text)
  if (basis === undefined) return `${marks[status]} ${word}`
  const why = basisText(basis, writer)
  const address = linkOf(basis, at, writer.context)
  return address === undefined
    ? `${marks[status]} ${word} (${why})`
    : `${marks[status]} [${word}](${escapeAddress(address)} "${why.replaceAll('"', '\\"')}")`
}

/** How the figures of a block were counted, a paragraph for each rule; none where no figure says so. */
export function writeBases(block: Block, at: Path, writer: Writer): readonly string[] {
  return basesOf(valuesOf(block)).map(
    (basis) => `*${writer.say('howCounted')}:* ${writeBasis(basis, at, writer)}`,
  )
}

/** The rule and the records behind it, leading to the report that explains the figure where there is one. */
export function writeBasis(basis: Basis, at: Path, writer: Writer): string {
  const text = basisText(basis, writer)
  const address = linkOf(basis, at, writer.context)
  return address === undefined ? text : `[${text}](${escapeAddress(address)})`
}

/** The rule, how many records of which kind, and a handful of their ids. */
function basisText({ rule, records }: Basis, { f }: Writer): string {
  const groups = records.map(({ noun, ids }) => {
    const count = f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${f.list(ids, 6)}`
  })
  return escapeText(groups.length === 0 ? rule : `${rule} (${groups.join('; ')})`)
}
