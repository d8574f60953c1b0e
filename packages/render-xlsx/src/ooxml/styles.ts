import type { Theme } from '@tirazh/charts'
import type { Align, Look, Run } from '../workbook.js'
import { escapeXml, main, xmlHead } from './xml.js'

/** The styles of a workbook, each once; a cell names its style by number. */
export interface Styles {
  idOf(look: Look, align?: Align, format?: string): number
  /** The properties of a run of text, as XML. */
  runStyle(look: Run['look']): string
  xml(): string
}

/** A font is named in each style: without a name some programs draw their own. */
export function styleTable(font: string, colours: Theme): Styles {
  const dresses = dressesOf(colours)
  const fonts = table([fontXml(dresses.body, font, colours)])
  // The first two fills are kept by the format for itself.
  const fills = table(['<fill><patternFill/></fill>', '<fill><patternFill patternType="gray125"/></fill>'])
  const borders = table([borderXml({})])
  const formats = table([])
  const cells = table(['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'])
  // Nested, because a key put together for each of a million cells takes longer than the search.
  const known = { none: new Map<Look, Ids>(), start: new Map<Look, Ids>(), end: new Map<Look, Ids>() }

  const build = (look: Look, align: Align | undefined, format: string | undefined): number => {
    const dress = dresses[look]
    const numFmt = format === undefined ? 0 : firstFormat + formats.idOf(format)
    const ids = `numFmtId="${numFmt}" fontId="${fonts.idOf(fontXml(dress, font, colours))}" fillId="${fills.idOf(fillXml(dress))}" borderId="${borders.idOf(borderXml(dress))}"`
    const horizontal =
      align === undefined ? '' : align === 'end' ? ' horizontal="right" indent="1"' : ' horizontal="left"'
    const turned = look === 'turned' ? ' textRotation="90"' : ''
    const vertical = atBottom.has(look) ? 'bottom' : spanned.has(look) ? 'center' : 'top'
    const alignment = `<alignment${horizontal} vertical="${vertical}"${turned} wrapText="1"/>`
    return cells.idOf(
      `<xf ${ids} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignment}</xf>`,
    )
  }
  return {
    idOf: (look, align, format) => {
      const looks = known[align ?? 'none']
      const ids: Ids = looks.get(look) ?? new Map()
      looks.set(look, ids)
      const id = ids.get(format) ?? build(look, align, format)
      ids.set(format, id)
      return id
    },
    runStyle: (look) => `<rPr>${fontParts(dresses[look ?? 'body'], font, colours, 'rFont')}</rPr>`,
    xml: () =>
      `${xmlHead}<styleSheet xmlns="${main}">` +
      group(
        'numFmts',
        formats.all.map(
          (format, id) => `<numFmt numFmtId="${firstFormat + id}" formatCode="${escapeXml(format)}"/>`,
        ),
      ) +
      group('fonts', fonts.all) +
      group('fills', fills.all) +
      group('borders', borders.all) +
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
      group('cellXfs', cells.all) +
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
      '<dxfs count="0"/></styleSheet>',
  }
}

const atBottom: ReadonlySet<Look> = new Set(['header', 'turned', 'heading', 'signed', 'line'])
const spanned: ReadonlySet<Look> = new Set(['lead', 'callout', 'subtitle'])

/** Numbers of styles by their number format. */
type Ids = Map<string | undefined, number>

/** Numbers below are formats that every program has built in. */
const firstFormat = 164

/** How a look differs from plain text. Sizes are in points, colours `#rrggbb`. */
interface Dress {
  readonly size?: number
  readonly bold?: boolean
  readonly italic?: boolean
  readonly underlined?: boolean
  readonly colour?: string
  readonly fill?: string
  readonly above?: string
  readonly below?: string
}

function dressesOf(colours: Theme): Readonly<Record<Look, Dress>> {
  const { accent, good, line, mark, muted } = colours
  const header: Dress = { bold: true, fill: colours.seq1, below: accent }
  return {
    body: { below: line },
    text: {},
    strong: { bold: true },
    figure: { bold: true, size: 14, colour: accent, below: line },
    link: { colour: accent, underlined: true, below: line },
    met: { colour: good, below: line },
    unmet: { colour: mark, bold: true, below: line },
    unknown: { colour: muted, italic: true, below: line },
    header,
    turned: header,
    title: { size: 18, bold: true },
    subtitle: { size: 12, colour: muted },
    lead: { size: 13 },
    heading: { size: 13, bold: true, colour: accent },
    callout: { bold: true, fill: colours.attention },
    total: { bold: true, above: accent },
    note: { size: 10, colour: muted },
    notice: { bold: true, colour: mark },
    signed: {},
    line: { below: colours.ink },
  }
}

function fontXml(dress: Dress, name: string, colours: Theme): string {
  return `<font>${fontParts(dress, name, colours, 'name')}</font>`
}

function fontParts(dress: Dress, name: string, colours: Theme, tag: 'name' | 'rFont'): string {
  const { bold, italic, underlined, size = 11, colour = colours.ink } = dress
  const marks = `${bold === true ? '<b/>' : ''}${italic === true ? '<i/>' : ''}`
  const line = underlined === true ? '<u/>' : ''
  // Runs and styles have the same parts in another order.
  return tag === 'name'
    ? `${marks}${line}<sz val="${size}"/>${colourXml(colour)}<name val="${escapeXml(name)}"/><family val="2"/>`
    : `<rFont val="${escapeXml(name)}"/><family val="2"/>${marks}${colourXml(colour)}<sz val="${size}"/>${line}`
}

function fillXml({ fill }: Dress): string {
  if (fill === undefined) return '<fill><patternFill/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor rgb="${argb(fill)}"/><bgColor indexed="64"/></patternFill></fill>`
}

function borderXml({ above, below }: Dress): string {
  const side = (name: string, colour: string | undefined): string =>
    colour === undefined ? `<${name}/>` : `<${name} style="thin">${colourXml(colour)}</${name}>`
  return `<border><left/><right/>${side('top', above)}${side('bottom', below)}<diagonal/></border>`
}

function colourXml(colour: string): string {
  return `<color rgb="${argb(colour)}"/>`
}

/** `#16202c` as `FF16202C`. */
export function argb(colour: string): string {
  return `FF${colour.slice(1).toUpperCase()}`
}

/** Texts by number, each once. */
function table(first: readonly string[]): { readonly all: readonly string[]; idOf(text: string): number } {
  const all = [...first]
  return {
    all,
    idOf: (text) => {
      const at = all.indexOf(text)
      return at === -1 ? all.push(text) - 1 : at
    },
  }
}

function group(name: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`
}
