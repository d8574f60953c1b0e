import type { Basis, Inline, Truth, Value } from '@tirazh/spec'
import { escapeText, strong } from './escape.js'
import { moreAfter, records as recordNoun } from './words.js'
import type { Path, Writer } from './writer.js'

const marks: Readonly<Record<Truth, string>> = { met: '✓', unknown: '?', unmet: '✗' }

export function writeValue(value: Value, at: Path, writer: Writer): string {
  const text = escapeText(writer.f.value(value))
  if (typeof value === 'string') return text
  switch (value.as) {
    case 'status':
      return `${marks[value.status]} ${text}`
    case 'reference': {
      const target = value.report === undefined ? undefined : writer.link(value.report, at)
      return target === undefined ? text : `[${text}](${target})`
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

/** How the values were counted, a paragraph for each rule; none where no value says so. */
export function writeBases(values: Inline, writer: Writer): readonly string[] {
  return gather(values).map((basis) => `*${writer.say('howCounted')}:* ${writeBasis(basis, writer)}`)
}

/** The rule and the records behind it: how many of which kind, and a handful of their ids. */
export function writeBasis({ rule, records }: Basis, writer: Writer): string {
  const groups = records.map(({ kind, ids }) => {
    const noun = Object.hasOwn(writer.kinds, kind) ? writer.kinds[kind] : undefined
    const count =
      noun === undefined
        ? `${writer.f.count(ids.length, recordNoun)} ${writer.say('kind')} ${kind}`
        : writer.f.count(ids.length, noun)
    return ids.length === 0 ? count : `${count}: ${sample(ids, writer)}`
  })
  return escapeText(groups.length === 0 ? rule : `${rule} (${groups.join('; ')})`)
}

const handful = 5

function sample(ids: readonly string[], writer: Writer): string {
  if (ids.length <= handful) return ids.join(', ')
  const rest = writer.f.number(ids.length - handful)
  return `${ids.slice(0, handful).join(', ')} ${writer.say('more')} ${rest}${writer.f.text(moreAfter)}`
}

/** Each rule once, with the records of all values that name it. */
function gather(values: Inline): readonly Basis[] {
  const byRule = new Map<string, Map<string, Set<string>>>()
  for (const value of values) {
    const basis = typeof value !== 'string' && 'basis' in value ? value.basis : undefined
    if (basis === undefined) continue
    const kinds = byRule.get(basis.rule) ?? new Map<string, Set<string>>()
    byRule.set(basis.rule, kinds)
    for (const { kind, ids } of basis.records) {
      kinds.set(kind, new Set([...(kinds.get(kind) ?? []), ...ids]))
    }
  }
  return [...byRule].map(([rule, kinds]) => ({
    rule,
    records: [...kinds].map(([kind, ids]) => ({ kind, ids: [...ids] })),
  }))
}
