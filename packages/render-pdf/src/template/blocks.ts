/** Every kind of block. */
export const blocks: string = `
#import "text.typ": *
#import "table.typ": data-table

#let listed(it, indent: 0pt) = {
  let items = it.items.map(item => {
    let body = par(hanging-indent: if it.marked { 1.35em } else { 0pt }, runs(item.runs))
    if item.list == none { body } else { body + listed(item.list, indent: if it.marked { 1.35em } else { 0pt }) }
  })
  if it.ordered { enum(indent: indent, ..items) }
  else if it.marked { list(marker: none, indent: indent, body-indent: 0pt, ..items) }
  else { list(indent: indent, ..items) }
}

#let metric(it) = {
  set par(leading: 0.42em, spacing: 4pt)
  small(muted(it.label))
  block(above: 5pt, below: 5pt, {
    text(size: it.size * 1pt, weight: 700, runs(it.value))
    if it.unit != none { text(size: 9.2pt, fill: colour.muted, " " + it.unit) }
  })
  if it.trend != none { block(above: 4pt, below: 4pt, drawn(it.trend)) }
  if it.note != none { block(above: 4pt, below: 4pt, small(text(it.note))) }
  if it.plan != none { block(above: 4pt, below: 3pt, drawn(it.plan)) }
  if it.planText != none { block(above: 3pt, small(muted(it.planText))) }
}

#let metrics(it) = block(
  breakable: not it.keep, width: 100%, radius: 2pt, stroke: 0.6pt + colour.line, clip: false,
  grid(
    columns: (1fr,) * it.across,
    inset: (x: 3mm, y: 2.6mm),
    stroke: (x, y) => (
      left: if x > 0 { 0.6pt + colour.line },
      top: if y > 0 { 0.6pt + colour.line },
    ),
    ..it.items.map(metric),
  ),
)

#let chart(it) = figure(
  kind: "chart",
  caption: text(it.title),
  {
    drawn(it)
    if it.note != none { block(above: 3pt, width: it.width * 1pt, align(left, small(muted(it.note)))) }
  },
)

#let callout(it, draw) = block(
  breakable: not it.keep, width: 100%, inset: (left: 4mm, right: 4mm, y: 3mm),
  fill: if it.tone == "attention" { colour.attention } else { colour.quiet },
  stroke: (left: 2.2pt + if it.tone == "attention" { colour.mark } else { colour.accent }),
  {
    block(below: 5pt, sticky: true, text(weight: 700, it.title))
    draw(it.blocks)
  },
)

// Names in a column of their own; the values keep to theirs.
#let facts(it) = {
  let room = it.room * 1pt
  set par(spacing: 4.5pt)
  set strong(delta: 0)
  terms(
    separator: none, hanging-indent: room, tight: false, spacing: 4.5pt,
    ..it.items.map(item => terms.item(
      if item.long { muted(item.label) }
      else { box(width: room, muted(item.label)) },
      if item.long { linebreak() + runs(item.runs) } else { runs(item.runs) },
    )),
  )
}

#let picture(it) = {
  let body = if it.file == none { drawn(it) } else {
    image(it.file, width: it.width * 1pt, height: it.height * 1pt, fit: "contain", alt: it.alt)
  }
  if it.caption == none { block(breakable: false, figure(body)) }
  else { figure(kind: "picture", caption: figure.caption(position: bottom, text(it.caption)), body) }
}

#let signature(it) = block(breakable: false, above: 9mm, width: 100%, {
  grid(
    columns: (1fr, 42mm, 1fr), column-gutter: 4mm, align: (left + bottom, bottom, right + bottom),
    text(it.position),
    decoration(line(length: 100%, stroke: 0.5pt + colour.ink)),
    if it.name != none { text(it.name) },
  )
  if it.on != none { block(above: 4pt, small(muted(it.on))) }
})

#let notes(it) = block(above: 5pt, {
  set text(size: 7.4pt, fill: colour.muted)
  set par(leading: 0.42em, spacing: 3.4pt)
  if it.items.len() == 1 { par(text(weight: 500, it.title + ": ") + runs(it.items.first())) }
  else {
    block(below: 3.4pt, sticky: true, text(weight: 500, it.title + ":"))
    list(spacing: 3.4pt, ..it.items.map(runs))
  }
})

#let draw(nodes) = for it in nodes {
  if it.kind == "heading" { heading(level: it.level, text(it.text)) }
  else if it.kind == "paragraph" { par(runs(it.runs)) }
  else if it.kind == "lead" {
    block(above: 12pt, below: 13pt, { set text(size: it.size * 1pt); set par(leading: if doc.layout == "certificate" { 0.75em } else { 0.5em }); runs(it.runs) })
  }
  else if it.kind == "list" { listed(it) }
  else if it.kind == "metrics" { metrics(it) }
  else if it.kind == "table" { data-table(it) }
  else if it.kind == "figure" { chart(it) }
  else if it.kind == "columns" {
    grid(columns: (1fr,) * it.across, column-gutter: 7mm, row-gutter: 5mm, ..it.columns.map(draw))
  }
  else if it.kind == "callout" { callout(it, draw) }
  else if it.kind == "facts" { facts(it) }
  else if it.kind == "image" { picture(it) }
  else if it.kind == "signature" { signature(it) }
  else if it.kind == "break" { pagebreak(weak: true) }
  else if it.kind == "notes" { notes(it) }
}
`
