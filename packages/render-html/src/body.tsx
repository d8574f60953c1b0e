import type { CoatOfArms } from '@tirazh/charts'
import type { Block, Path, Report } from '@tirazh/spec'
import type { VNode } from 'preact'
import { Blocks, BlockView } from './blocks.js'
import { dataAddress } from './image.js'
import type { Page } from './page.js'
import { ProvenanceView } from './provenance.js'

interface BodyProps {
  readonly report: Report
  readonly arms?: CoatOfArms
  readonly page: Page
}

/** What stands inside `<body>`: skip link, header, main and footer. */
export function Body({ report, arms, page }: BodyProps): VNode {
  return (
    <>
      <a class="skip" href="#main">
        {page.say('skip')}
      </a>
      <header>
        <Arms arms={arms} />
        <div class="titles">
          <h1>{report.title}</h1>
          {report.subtitle === undefined ? null : <p class="subtitle">{report.subtitle}</p>}
        </div>
        <div class="imprint">
          {report.notice === undefined ? null : <p class="notice">{report.notice}</p>}
          <p>{report.issuer}</p>
          <p>
            <time dateTime={report.issuedOn}>{page.f.date(report.issuedOn, 'long')}</time>
          </p>
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        {report.layout === 'certificate' ? (
          <Sheet blocks={report.blocks} page={page} />
        ) : (
          <Blocks blocks={report.blocks} at={['blocks']} page={page} />
        )}
      </main>
      {report.layout === 'certificate' ? null : (
        <footer>
          <h2>{page.say('about')}</h2>
          <ProvenanceView provenance={report.provenance} page={page} />
          {report.notice === undefined ? null : <p class="notice">{report.notice}</p>}
        </footer>
      )}
    </>
  )
}

function Arms({ arms }: { readonly arms: CoatOfArms | undefined }): VNode | null {
  if (arms === undefined) return null
  const address = dataAddress(arms)
  return address === undefined ? null : <img class="arms" src={address} alt={arms.alt} />
}

interface Placed {
  readonly block: Block
  readonly at: Path
}

/** A certificate: what it says, and at its foot the signatures with the QR code on their right. */
function Sheet({ blocks, page }: { readonly blocks: readonly Block[]; readonly page: Page }): VNode {
  const placed = blocks.map((block, index): Placed => ({ block, at: ['blocks', index] }))
  const views = (some: readonly Placed[]): readonly VNode[] =>
    some.map(({ block, at }) => <BlockView block={block} at={at} page={page} />)
  const foot = placed.filter(({ block }) => belongsToFoot(block))
  return (
    <>
      <div class="said">{views(placed.filter(({ block }) => !belongsToFoot(block)))}</div>
      {foot.length === 0 ? null : <div class="foot">{views(foot)}</div>}
    </>
  )
}

function belongsToFoot(block: Block): boolean {
  return block.type === 'signature' || (block.type === 'image' && block.source.as === 'qr')
}
