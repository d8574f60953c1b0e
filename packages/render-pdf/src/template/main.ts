/** The document: its properties, its pages and its head. */
export const main: string = String.raw`
#import "text.typ": *
#import "blocks.typ": draw
#import "certificate.typ": certificate

#let (year, month, day) = doc.date
#set document(title: doc.title, author: doc.issuer, date: datetime(year: year, month: month, day: day))
#set text(lang: doc.locale, font: (doc.family, doc.serif), fallback: false, hyphenate: false, overhang: false, size: 9.2pt, fill: colour.ink)
#set par(leading: 0.55em, spacing: 7pt, justify: false, linebreaks: "simple")
#set list(marker: ([•], [–]), indent: 0pt, body-indent: 0.6em, spacing: 4.2pt)
#set enum(indent: 0pt, body-indent: 0.6em, spacing: 4.2pt)
#set figure(supplement: none, numbering: none, gap: 5pt)
#set image(scaling: auto)
#show figure: set block(above: 11pt, below: 11pt)
#show figure: set align(left)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: set block(sticky: true)
#show figure.caption: set align(left)
#show figure.caption: it => {
  set text(size: 8.2pt)
  if it.kind == "picture" { muted(it.body) } else { text(weight: 700, it.body) }
}
#set figure.caption(position: top)
#show heading: set block(above: 15pt, below: 7pt)
#show heading.where(level: 1): set text(size: doc.titleSize * 1pt, weight: 700)
#show heading.where(level: 2): set text(size: 13.5pt, weight: 700)
#show heading.where(level: 3): set text(size: 10.8pt, weight: 700)
#show heading.where(level: 4): set text(size: 9.2pt, weight: 700)
#show heading: set par(leading: 0.4em)

// A rule that looks at every text costs as much as all the rest: these two are for the documents that need them.
#show: body => if doc.serifLetters == "" { body } else {
  show regex("[" + doc.serifLetters + "]"): set text(font: doc.serif)
  body
}
#show: body => if not doc.longWords { body } else {
  show regex("[^\s]{25,}"): it => it.text.clusters().join(h(0.01pt))
  body
}

#let head() = {
  decoration(line(length: 100%, stroke: 2.4pt + colour.accent))
  v(3mm)
  grid(
    columns: (1fr, 52mm), column-gutter: 8mm,
    grid(
      columns: if doc.arms == none { (1fr,) } else { (auto, 1fr) }, column-gutter: 5mm,
      ..if doc.arms != none { (image(doc.arms.file, height: 16mm, alt: doc.arms.alt),) },
      {
        heading(level: 1, text(doc.title))
        if doc.subtitle != none { block(above: 7pt, text(size: 10pt, fill: colour.muted, doc.subtitle)) }
      },
    ),
    {
      set align(right)
      set text(size: 7.4pt, fill: colour.muted)
      set par(leading: 0.42em, spacing: 3.4pt)
      if doc.notice != none { par(text(fill: colour.mark, doc.notice)) }
      par(doc.issuer)
      par(doc.issuedOn)
    },
  )
}

#let pages(body) = {
  let across = doc.layout == "wide"
  set page(
    width: if across { 297mm } else { 210mm }, height: if across { 210mm } else { 297mm },
    margin: (left: 20mm, right: 10mm, top: 20mm, bottom: 20mm),
    header: context if here().page() > 1 {
      set align(center)
      text(size: 9.2pt, str(here().page()))
    },
    footer: {
      set text(size: 7.4pt, fill: colour.muted)
      grid(columns: (1fr, auto), doc.foot.title, text(fill: colour.mark, doc.foot.notice))
    },
  )
  body
}

#if doc.layout == "certificate" { certificate() } else {
  pages({
    head()
    draw(doc.blocks)
  })
}
`
