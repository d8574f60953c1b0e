import type { CoatOfArms, Theme } from '@tirazh/charts'
import type { Block, Lead, Path, RenderContext, Report, Value } from '@tirazh/spec'
import { blockNodes, nodesOf, signature } from './blocks.js'
import type { TableTags } from './engine.js'
import { type Fonts, serifFamily } from './fonts.js'
import { imageSize } from './image-size.js'
import { about, notes } from './notes.js'
import { fit, type Page, page } from './page.js'
import { readable } from './readable.js'
import { runOf } from './runs.js'
import { smallSize } from './sizes.js'
import type { ImageNode, Node, PdfDocument, Run, Runs, SignatureNode } from './tree.js'

export interface DocumentOptions {
  readonly fonts: Fonts
  readonly colours: Theme
  readonly coatOfArms?: CoatOfArms
}

/** A report laid out: the document for the template, and the pictures in it by name. */
export interface LaidOut {
  readonly document: PdfDocument
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly tables: readonly TableTags[]
}

export function layOut(given: Report, context: RenderContext, options: DocumentOptions): LaidOut {
  const { fonts, colours } = options
  const { report, serifLetters, longWords } = readable(given, fonts, context)
  const on = page(report, context, fonts, colours)
  const certificate = on.layout === 'certificate' ? certificateOf(report.blocks, on) : undefined
  const document: PdfDocument = {
    locale: report.locale,
    title: report.title,
    titleSize: report.title.length <= 40 ? 21 : report.title.length <= 120 ? 17 : 13,
    subtitle: report.subtitle ?? null,
    issuer: report.issuer,
    issuedOn: on.f.date(report.issuedOn, 'long'),
    date: report.issuedOn.split('-').map(Number),
    notice: report.notice ?? null,
    foot: {
      title: fit(report.title, smallSize, on.width * 0.3, on),
      notice: fit(report.notice ?? '', smallSize, on.width * 0.67, on),
    },
    layout: on.layout,
    arms: arms(options.coatOfArms, on),
    colours,
    family: fonts.family,
    serif: serifFamily,
    serifLetters: [...serifLetters]
      .map((letter) => `\\u{${(letter.codePointAt(0) ?? 0).toString(16)}}`)
      .join(''),
    longWords,
    blocks: certificate?.blocks ?? [...nodesOf(report.blocks, ['blocks'], on), ...about(report, on)],
    signatures: certificate?.signatures ?? [],
    seals: certificate?.seals ?? [],
  }
  return { document, files: on.files, tables: document.blocks.flatMap(tagsOf) }
}

/** What the tables of a block are, in the order of reading. */
function tagsOf(node: Node): readonly TableTags[] {
  switch (node.kind) {
    case 'table':
      return node.parts.map(({ columns, total }) => ({
        columns: columns.length,
        rowHeaders: [...columns.keys()].filter((index) => columns[index]?.rowHeader),
        held: total !== null,
      }))
    case 'columns':
      return node.columns.flatMap((nodes) => nodes.flatMap(tagsOf))
    case 'callout':
      return node.blocks.flatMap(tagsOf)
    default:
      return []
  }
}

function arms(coatOfArms: CoatOfArms | undefined, on: Page): PdfDocument['arms'] {
  if (coatOfArms === undefined) return null
  const bytes = new Uint8Array(Buffer.from(coatOfArms.base64, 'base64'))
  const size = imageSize(bytes)
  if (size === undefined) {
    on.context.omit(['title'], 'the coat of arms of the theme is no PNG or JPEG and is not drawn')
    return null
  }
  const file = `arms.${size.extension}`
  on.files.set(file, bytes)
  return { file, alt: coatOfArms.alt }
}

type Foot = Pick<PdfDocument, 'blocks' | 'signatures' | 'seals'>

/** Signatures and QR codes go to the foot; where the data come from is left to the QR code. */
function certificateOf(blocks: readonly Block[], on: Page): Foot {
  on.context.omit(['provenance'], 'a certificate leaves what it was made from to its QR code')
  const signatures: SignatureNode[] = []
  const seals: ImageNode[] = []
  const kept = blocks.flatMap((block, index) => {
    const at = ['blocks', index]
    if (block.type === 'signature') signatures.push(signature(block, on))
    else if (block.type === 'lead') return [certificateLead(block, at, on), ...notes(block, at, on)]
    else return placed(blockNodes(block, at, on), seals)
    return []
  })
  return { blocks: kept, signatures, seals }
}

/** What is left of the blocks when QR codes have gone to the foot. */
function placed(nodes: readonly Node[], seals: ImageNode[]): readonly Node[] {
  return nodes.filter((node) => {
    if (node.kind !== 'image' || node.file !== null) return true
    seals.push(node)
    return false
  })
}

/** The name is the reference in the lead, or the lead itself if it is no longer than a name. */
function certificateLead({ content }: Lead, at: Path, on: Page): Node {
  const isName = (value: Value | undefined): boolean => typeof value === 'object' && value.as === 'reference'
  const short = !content.some(isName) && on.f.inline(content).length <= 60
  const runs = content.flatMap((value, index): Runs => {
    // A name within a sentence has a line of its own.
    if (typeof value === 'string' && !short) return [isName(content[index - 1]) ? value.trimStart() : value]
    const run = runOf(value, [...at, 'content', index], on)
    const styled = (look: 'name' | 'figure'): Run =>
      typeof run === 'string' ? { t: run, look } : { ...run, look }
    if (short) return [styled('name')]
    if (!isName(value)) return [styled('figure')]
    return [...(index > 0 ? ['\n'] : []), styled('name'), ...(index < content.length - 1 ? ['\n'] : [])]
  })
  return { kind: 'lead', size: 14, runs }
}
