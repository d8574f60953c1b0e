import type { Block, Report } from '@tirazh/spec'
import {
  HorizontalPositionRelativeFrom,
  type ImageRun,
  TableAnchorType,
  VerticalPositionRelativeFrom,
} from 'docx'
import { rectangle } from './bars.js'
import { drawBlock } from './blocks.js'
import { drawArms } from './head.js'
import { layoutTable } from './layout-table.js'
import { twips } from './page.js'
import type { Drawn } from './paragraphs.js'
import { gap, paragraph, runs } from './paragraphs.js'
import { type Writer, within } from './writer.js'

/** One page across: the title and the lead large, signatures and codes at the foot. */
export function drawCertificate(report: Report, writing: Writer): readonly Drawn[] {
  const { title, subtitle, issuer, issuedOn, notice, blocks } = report
  writing.context.omit(['provenance'], 'a certificate leaves what it was made from to its QR code')
  const foot = footBegins(blocks)
  const at = (index: number): readonly (string | number)[] => ['blocks', index]
  return [
    ...drawArms(writing),
    paragraph('Imprint', [...runs(issuer), ...runs(` · ${writing.f.date(issuedOn, 'long')}`)]),
    ...(notice === undefined ? [] : [paragraph('Notice', notice)]),
    paragraph('Title', title),
    ...(subtitle === undefined ? [] : [paragraph('Subtitle', subtitle)]),
    ...blocks.slice(0, foot).flatMap((block, index) => drawBlock(block, at(index), writing)),
    ...drawFoot(blocks, foot, writing),
  ]
}

/** About how high a code and a signature with the room for it are. */
const codeHeight = twips(30)
const signatureHeight = twips(19)

/** Where the signatures and codes begin that nothing follows. */
function footBegins(blocks: readonly Block[]): number {
  let begins = blocks.length
  while (begins > 0 && isFoot(blocks[begins - 1])) begins -= 1
  return begins
}

function isFoot(block: Block | undefined): boolean {
  return block?.type === 'signature' || isCode(block)
}

function isCode(block: Block | undefined): boolean {
  return block?.type === 'image' && block.source.as === 'qr'
}

/** A table that keeps to the foot of the page wherever the text ends. */
function drawFoot(blocks: readonly Block[], begins: number, writing: Writer): readonly Drawn[] {
  const foot = blocks.slice(begins).map((block, index) => ({ block, at: ['blocks', begins + index] }))
  if (foot.length === 0) return []
  const codes = foot.filter(({ block }) => isCode(block))
  const signatures = foot.filter(({ block }) => !isCode(block))
  const right = codes.length === 0 ? 0 : twips(45)
  // LibreOffice lets no table float that is as wide as the text.
  const left = writing.width - right - twips(10)
  const cell = (of: typeof foot, width: number) => ({
    content: of.flatMap(({ block, at }) => drawBlock(block, at, within(writing, width))),
    width,
    bottom: true,
  })
  const cells = [cell(signatures, left), ...(codes.length === 0 ? [] : [cell(codes, right)])]
  const { height, margin } = writing.page
  const high = Math.max(codes.length * codeHeight, signatures.length * signatureHeight)
  const float = {
    horizontalAnchor: TableAnchorType.MARGIN,
    verticalAnchor: TableAnchorType.PAGE,
    absoluteHorizontalPosition: 0,
    absoluteVerticalPosition: Math.max(margin.top, height - margin.bottom - high),
  }
  return [layoutTable([{ cells, whole: true }], { float }), gap()]
}

/** Bands across the head and the foot of the sheet, behind everything. */
export function certificateBands(writing: Writer): readonly ImageRun[] {
  const { width, height } = writing.page
  const band = (top: number, high: number, colour: 'accent' | 'mark'): ImageRun =>
    rectangle(width, high, colour, writing, {
      behindDocument: true,
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: 0 },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: top * emus },
    })
  return [band(0, twips(8), 'accent'), band(height - twips(3), twips(3), 'mark')]
}

/** In a twentieth of a point. */
const emus = 635
