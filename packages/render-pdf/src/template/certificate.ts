import { certificateSize } from '../sizes.js'

/** One page across: bands above and below, the name in large letters, signatures and QR code at the foot. */
export const certificate: string = `
#import "text.typ": *
#import "blocks.typ": draw

#let certificate() = {
  set page(
    width: 297mm, height: 210mm, margin: (left: 28mm, right: 28mm, top: 27mm, bottom: 17mm),
    background: {
      place(top, rect(width: 100%, height: 9mm, fill: colour.accent))
      place(bottom, rect(width: 100%, height: 3.2mm, fill: colour.mark))
    },
  )
  set text(size: ${certificateSize}pt)
  grid(
    columns: (1fr, auto), column-gutter: 8mm, align: (left + horizon, right + horizon),
    {
      if doc.arms != none { box(baseline: 35%, image(doc.arms.file, height: 15mm, alt: doc.arms.alt)); h(4mm) }
      text(size: 10pt, fill: colour.muted, doc.issuer)
    },
    if doc.notice != none { text(size: 9pt, fill: colour.mark, doc.notice) },
  )
  v(9mm)
  heading(level: 1, text(size: doc.titleSize * 1.6 * 1pt, doc.title))
  block(above: 9pt, text(size: 11pt, fill: colour.muted,
    if doc.subtitle == none { doc.issuedOn } else { doc.subtitle + "  ·  " + doc.issuedOn }))
  v(6mm)
  draw(doc.blocks)
  v(1fr)
  grid(
    columns: (1fr, auto), column-gutter: 12mm, align: (left + bottom, right + bottom),
    grid(
      columns: (1fr,) * calc.max(2, calc.min(3, doc.signatures.len())), column-gutter: 10mm, row-gutter: 6mm,
      ..doc.signatures.map(it => {
        text(size: 9.5pt, it.position)
        block(above: 12mm, below: 5pt, decoration(line(length: 58mm, stroke: 0.6pt + colour.ink)))
        text(size: 9.5pt, (it.name, it.on).filter(part => part != none).join(", "))
      }),
    ),
    stack(dir: ltr, spacing: 6mm, ..doc.seals.map(it => {
      set align(center)
      drawn(it)
      if it.caption != none { block(above: 4pt, width: it.width * 1pt + 10mm, small(muted(it.caption))) }
    })),
  )
}
`
