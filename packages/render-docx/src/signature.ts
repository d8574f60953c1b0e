import type { Signature } from '@tirazh/spec'
import { BorderStyle } from 'docx'
import { layoutTable } from './layout-table.js'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph, runs } from './paragraphs.js'
import type { Writer } from './writer.js'

/** Who signs at the left, a line for the hand, the name at the right; the date below. */
export function drawSignature({ position, name, on }: Signature, writing: Writer): readonly Drawn[] {
  const line = { bottom: { style: BorderStyle.SINGLE, size: 6, color: writing.colour('ink') } }
  const [left, middle] = [Math.round(writing.width * 0.45), Math.round(writing.width * 0.25)]
  const right = writing.width - left - middle
  const date = on === undefined ? [] : [paragraph('Signature', runs(writing.f.date(on, 'long'), 'Muted'))]
  const cells = [
    { content: [paragraph('Signature', position)], width: left, margins: { right: 200 }, bottom: true },
    { content: [], width: middle, borders: line, bottom: true },
    {
      content: name === undefined ? [] : [paragraph('Signature', name)],
      width: right,
      margins: { left: 200 },
      bottom: true,
      // A name that is filled in by hand needs a line as well.
      ...(name === undefined ? { borders: line } : {}),
    },
  ]
  return [
    paragraph('Signature', [], { spacing: { before: 360 }, keepNext: true }),
    layoutTable([{ cells, whole: true }]),
    ...date,
    gap(),
  ]
}
