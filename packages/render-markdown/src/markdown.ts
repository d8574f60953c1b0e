import type { Provenance, RenderContext, Renderer, Report } from '@tirazh/spec'
import { writeBlocks } from './blocks.js'
import { atLineStart, escapeText, strong } from './escape.js'
import { writeValue } from './values.js'
import { type Writer, writer } from './writer.js'

/** Renders a report to Markdown as GitHub reads it; charts become tables of their numbers. */
export function markdown(): Renderer<string> {
  return {
    format: 'markdown',
    mediaType: 'text/markdown',
    extension: 'md',
    render: async (report, context) => document(report, context),
  }
}

function document(report: Report, context: RenderContext): string {
  context.signal?.throwIfAborted()
  const writing = writer(report, context)
  const pieces = [
    ...(report.notice === undefined ? [] : [`> ${strong(escapeText(report.notice))}`]),
    `# ${escapeText(report.title).trim()}`,
    ...(report.subtitle === undefined ? [] : [atLineStart(escapeText(report.subtitle))]),
    atLineStart(`${escapeText(report.issuer)}, ${writing.f.date(report.issuedOn, 'long')}`),
    ...writeBlocks(report.blocks, ['blocks'], writing),
    `## ${writing.say('about')}`,
    writeProvenance(report.provenance, writing),
  ]
  return `${pieces.join('\n\n')}\n`
}

function writeProvenance(provenance: Provenance, writing: Writer): string {
  const fact = (title: string, text: string): string => `- **${title}:** ${text}`
  return [
    fact(writing.say('asOf'), writing.f.date(provenance.asOf, 'long')),
    fact(writing.say('source'), escapeText(provenance.source)),
    fact(writing.say('generator'), escapeText(provenance.generator)),
    ...(provenance.policies.length === 0 ? [] : [`- **${writing.say('policies')}:**`]),
    ...provenance.policies.flatMap((policy, index) => [
      `  - ${atLineStart(escapeText(policy.title))} (${version(policy.version, writing)})`,
      ...policy.params.map(({ title, value, origin }, param) => {
        const at = ['provenance', 'policies', index, 'params', param]
        const written = strong(writeValue(value, at, writing))
        return `    - ${atLineStart(escapeText(title))}: ${written} — ${escapeText(origin)}`
      }),
    ]),
  ].join('\n')
}

function version(from: Provenance['policies'][number]['version'], writing: Writer): string {
  return from === null ? writing.say('notInForce') : `${writing.say('versionFrom')} ${writing.f.date(from)}`
}
