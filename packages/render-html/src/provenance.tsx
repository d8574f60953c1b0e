import type { Provenance } from '@tirazh/spec'
import type { VNode } from 'preact'
import type { Page } from './page.js'
import { ValueView } from './values.js'

interface ProvenanceProps {
  readonly provenance: Provenance
  readonly page: Page
}

/** What the report was made from: day, source, program and rules. */
export function ProvenanceView({ provenance, page }: ProvenanceProps): VNode {
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
      {page.text(policy.title)} <span class="muted">({version})</span>
      {policy.params.length === 0 ? null : (
        <ul>
          {policy.params.map(({ title, value, origin }, param) => (
            <li>
              {page.text(title)}:{' '}
              <b>
                <ValueView
                  value={value}
                  at={['provenance', 'policies', index, 'params', param]}
                  page={page}
                />
              </b>{' '}
              <span class="muted">— {page.text(origin)}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  )
}
