/** Colours, marks of decisions, and running text. */
export const text: string = `
#let doc = json("data.json")
#let colour = doc.colours.pairs().fold((:), (all, (name, value)) => all + ((name): rgb(value)))
#let muted(body) = text(fill: colour.muted, body)
#let small(body) = text(size: 7.4pt, body)
#let decoration(body) = pdf.artifact(body)

// A check, a question mark or a cross in a ring: told apart by shape. A word always stands beside it.
#let tones = (met: colour.good, unknown: colour.muted, unmet: colour.mark)
#let mark(status) = {
  let tone = tones.at(status)
  let u = 1em / 16
  let pen = (paint: tone, thickness: 1.7 * u, cap: "round", join: "round")
  let at(x, y) = (x * u, y * u)
  box(width: 1.02em, height: 1em, baseline: 0.16em, decoration({
    place(dx: 0.5 * u, dy: 0.5 * u, circle(radius: 7.4 * u, stroke: (paint: tone, thickness: 1.2 * u), fill: none))
    if status == "met" {
      place(curve(stroke: pen, curve.move(at(4.6, 8.2)), curve.line(at(7, 10.6)), curve.line(at(11.3, 5.6))))
    } else if status == "unmet" {
      place(curve(stroke: pen,
        curve.move(at(5.4, 5.4)), curve.line(at(10.5, 10.5)), curve.move(at(10.5, 5.4)), curve.line(at(5.4, 10.5))))
    } else {
      place(curve(stroke: pen,
        curve.move(at(5.8, 6.1)),
        curve.cubic(at(5.8, 4.9), at(6.7, 4), at(7.9, 4)),
        curve.cubic(at(9.1, 4), at(10, 4.9), at(10, 6)),
        curve.cubic(at(10, 7.6), at(7.9, 7.6), at(7.9, 9.2))))
      place(dx: 7 * u, dy: 10.6 * u, circle(radius: 0.95 * u, fill: tone))
    }
  }))
}

#let looks = (
  figure: body => text(weight: 700, fill: colour.accent, body),
  strong: body => text(weight: 700, body),
  muted: muted,
  reason: body => { linebreak(); text(size: 0.84em, fill: colour.muted, body) },
  name: body => text(font: doc.serif, weight: 700, size: 1.9em, fill: colour.accent, body),
)

#let run(it) = {
  if type(it) == str { return text(it) }
  let body = text(it.t)
  if "mark" in it { body = text(fill: tones.at(it.mark), mark(it.mark) + sym.space.nobreak + body) }
  if "look" in it { body = (looks.at(it.look))(body) }
  if "href" in it { body = link(it.href, if "mark" in it { body } else { text(fill: colour.accent, body) }) }
  body
}

// A cell or a line: a plain text, or pieces of it.
#let runs(pieces) = if type(pieces) == str { text(pieces) } else { pieces.map(run).join() }

#let drawn(it, alt: auto) = image(
  bytes(it.svg), format: "svg", width: it.width * 1pt, height: it.height * 1pt,
  alt: if alt == auto { it.alt } else { alt },
)
`
