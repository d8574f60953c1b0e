/** Tables: repeated heads, light lines, bars, turned titles, and a total that is not left alone on a page. */
export const table: string = `
#import "text.typ": *

#let bar(it) = {
  box(width: 3.9em, height: 0.62em, decoration(
    place(rect(width: calc.min(1, calc.abs(it.bar)) * 3.9em, height: 0.62em, radius: 0.08em,
      fill: if it.bar < 0 { colour.mark } else { colour.soft })),
  ))
  h(0.4em)
  box(width: it.room * 1em, align(right, runs(it.runs)))
}

#let cell(it) = if type(it) == dictionary { bar(it) } else { runs(it) }

#let turned(title, height) = rotate(-90deg, reflow: true, box(width: height, align(left, text(title))))

#let heading-cell(column, height) = if column.turned { turned(column.title, height) } else { text(column.title) }

// A row whose last cell also covers the column without width that holds the last rows together.
#let covering(cells, wrap: it => it) = {
  let last = cells.len() - 1
  cells.enumerate().map(((index, it)) => if index == last { table.cell(colspan: 2, wrap(it)) } else { wrap(it) })
}

#let table-part(part) = {
  set text(size: part.size * 1pt)
  set par(leading: 0.45em)
  let height = part.turned * 1pt
  let count = part.columns.len()
  let rows = part.rows.len()
  let held = part.total != none
  let aligned = part.columns.map(it => if it.end { right } else { left })
  let last = if held { rows + 1 } else { rows }
  // The last two rows and the total share a cell without width that must not be broken.
  let together = calc.min(2, rows)
  let body = part.rows.enumerate().map(((index, cells)) => {
    let drawn = cells.map(cell)
    if not held or count == 0 { drawn }
    else if index < rows - together { covering(drawn) }
    else if index == rows - together { drawn + (table.cell(rowspan: together + 1, breakable: false, inset: 0pt)[],) }
    else { drawn }
  }).flatten()
  let heads = part.columns.map(it => heading-cell(it, height))
  table(
    columns: part.columns.map(it => it.width * 1pt) + if held { (0pt,) },
    inset: (x: 3.2pt, y: 2.6pt),
    stroke: (x, y) => (
      bottom: if y == 0 { 0.9pt + colour.ink } else { 0.4pt + colour.line },
      top: if held and y == last { 0.9pt + colour.ink },
    ),
    align: (x, y) => aligned.at(calc.min(x, count - 1)) + if y == 0 { bottom } else { top },
    table.header(..{
      let titles = heads.map(it => text(weight: 700, it))
      if held { covering(titles) } else { titles }
    }),
    ..body,
    ..if held { part.total.map(it => text(weight: 700, cell(it))) },
  )
}

#let data-table(it) = {
  set table.cell(breakable: not it.keep)
  for (index, part) in it.parts.enumerate() {
    figure(kind: table, caption: if index == 0 { text(it.caption) } else { text(it.caption + " (" + str(index + 1) + ")") }, table-part(part))
  }
  if it.parts.len() == 0 { par(text(it.caption)) }
  if it.note != none { block(above: 4pt, small(muted(it.note))) }
}
`
