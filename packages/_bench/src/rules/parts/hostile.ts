import { parsePolicy } from '@tirazh/rules'
import type { Json } from '@tirazh/spec'
import type { Figure } from '../../figure.js'
import { report } from '../../report.js'
import { timesAsLong } from '../../timing.js'

const field = (name: string): Json => ({ op: 'field', name, of: 'subject' })
const comparison: Json = { op: 'cmp', left: field('score'), is: '>=', right: { op: 'lit', value: 80 } }

/** What somebody might send to exhaust the reader, as JSON texts. */
const hostile: Readonly<Record<string, string>> = {
  'a policy of 10 MB': policyText(
    `{"op":"all","of":[${Array.from({ length: 94_000 }, () => JSON.stringify(comparison)).join()}]}`,
  ),
  'a policy of 100,000 levels': policyText(
    `${'{"op":"not","of":'.repeat(100_000)}${JSON.stringify(comparison)}${'}'.repeat(100_000)}`,
  ),
  'a set of a million': policyText(
    JSON.stringify({ op: 'in', value: field('score'), set: Array.from({ length: 1_000_000 }, (_, n) => n) }),
  ),
}

function policyText(rule: string): string {
  const title = '{"ru":"Приём","en":"Acceptance"}'
  return `{"schema":"policy/1","id":"accepted","title":${title},"subject":"review","params":{},"versions":[{"from":"2000-01-01","rule":${rule}}]}`
}

/** @throws Error where it is not refused */
function refuse(source: unknown): void {
  try {
    parsePolicy(source)
  } catch {
    return
  }
  throw new Error('A hostile policy was accepted')
}

/** Bytes that the heap is greater for it, garbage included, at most in a few attempts. */
function growth(work: () => void): number {
  const attempts = Array.from({ length: 5 }, () => {
    globalThis.gc?.()
    const before = process.memoryUsage().heapUsed
    work()
    return process.memoryUsage().heapUsed - before
  })
  return Math.max(0, ...attempts)
}

const figures: Figure[] = []
for (const [name, text] of Object.entries(hostile)) {
  const value: unknown = JSON.parse(text)
  const reading = (): unknown => JSON.parse(text)
  for (const [form, source] of [
    ['as text', text],
    ['as a value', value],
  ] as const) {
    const refusing = (): void => refuse(source)
    figures.push({
      name: `refusing ${name}, ${form}, \`parsePolicy\``,
      ratio: await timesAsLong(refusing, reading),
      comparedWith: 'JSON.parse of the same text',
      target: 1,
    })
    figures.push({
      name: `memory for refusing ${name}, ${form}`,
      ratio: growth(refusing) / text.length,
      comparedWith: 'the size of the text',
      target: 1,
    })
  }
}
report(figures)
