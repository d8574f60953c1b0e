import type { Provenance, Report } from '@tirazh/spec'
import type { VNode } from 'preact'
import { Blocks } from './blocks.js'
import type { Page } from './page.js'
import { ValueView } from './values.js'

interface BodyProps {
  readonly report: Report
  readonly page: Page
}

/** What stands inside `<body>`: skip link, header, main and footer. */
export function Body({ report, page }: BodyProps): VNode {
  return (
    <>
      <a class="skip" href="#main">
        {page.say('skip')}
      </a>
      <header>
        <div>
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
        <Blocks blocks={report.blocks} at={['blocks']} page={page} />
      </main>
      <footer>
        <h2>{page.say('about')}</h2>
        <ProvenanceView provenance={report.provenance} page={page} />
        {report.notice === undefined ? null : <p class="notice">{report.notice}</p>}
      </footer>
    </>
  )
}

function ProvenanceView({
  provenance,
  page,
}: {
  readonly provenance: Provenance
  readonly page: Page
}): VNode {
  return (
    <dl class="facts">
      <div>
        <dt>{page.say('asOf')}</dt>
        <dd>
          <time dateTime={provenance.asOf}>{page.f.date(provenance.asOf, 'long')}</time>
        </dd>
      </div>
      <div>
        <dt>{page.say('source')}</dt>
        <dd>{provenance.source}</dd>
      </div>
      <div>
        <dt>{page.say('generator')}</dt>
        <dd>{provenance.generator}</dd>
      </div>
      {provenance.policies.length === 0 ? null : (
        <div>
          <dt>{page.say('policies')}</dt>
          <dd>
            <ul>
              {provenance.policies.map((policy, index) => (
                <PolicyItem policy={policy} index={index} page={page} />
              ))}
            </ul>
          </dd>
        </div>
      )}
    </dl>
  )
}

interface PolicyProps {
  readonly policy: Provenance['policies'][number]
  readonly index: number
  readonly page: Page
}

/** The wording that was applied and the values it was applied with, each with where it comes from. */
function PolicyItem({ policy, index, page }: PolicyProps): VNode {
  const version =
    policy.version === null
      ? page.say('notInForce')
      : `${page.say('versionFrom')} ${page.f.date(policy.version)}`
  return (
    <li>
      {policy.title} <span class="muted">({version})</span>
      {policy.params.length === 0 ? null : (
        <ul>
          {policy.params.map(({ title, value, origin }, param) => (
            <li>
              {title}:{' '}
              <b>
                <ValueView
                  value={value}
                  at={['provenance', 'policies', index, 'params', param]}
                  page={page}
                />
              </b>{' '}
              <span class="muted">— {origin}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
