import type { CertificateFacts, CheckFacts, DefenceFacts, IndicatorFacts, PracticeFacts } from '@tirazh/core'
import type { PlainDate, SuccessionStep, Truth } from '@tirazh/spec'

/*
 * The policies of the region written by hand over objects: what a developer would write who needs the
 * answers and knows exactly these policies. Dates are compared as the texts they are.
 */

export interface Judgement {
  readonly status: Truth
  readonly applies: boolean
}

/** What a municipality stands for on a day. */
export type SuccessorOf = (code: string, on: PlainDate) => string

export function successorOf(steps: readonly SuccessionStep[]): SuccessorOf {
  const byCode = new Map(steps.map((step) => [step.from, step]))
  return (code, on) => {
    let current = code
    for (let step = byCode.get(current); step !== undefined && step.on <= on; step = byCode.get(current)) {
      current = step.to
    }
    return current
  }
}

export function judgeReplication(
  practice: PracticeFacts,
  asOf: PlainDate,
  successor: SuccessorOf,
): Judgement {
  return { applies: isPublished(practice, asOf), status: replication(practice, asOf, successor) }
}

export function judgeFederal(practice: PracticeFacts, asOf: PlainDate, successor: SuccessorOf): Judgement {
  const applies = isPublished(practice, asOf)
  return { applies, status: federal(practice, asOf, successor, applies) }
}

function federal(practice: PracticeFacts, asOf: PlainDate, successor: SuccessorOf, applies: boolean): Truth {
  // A used policy that is not about the practice leaves it unknown.
  const regionally = applies ? regional(practice, asOf) : 'unknown'
  if (regionally === 'unmet') return 'unmet'
  const replicated = applies ? replication(practice, asOf, successor) : 'unknown'
  if (replicated === 'unmet') return 'unmet'
  if (!practice.certificates.some((each) => isValid(each, asOf))) return 'unmet'
  if (!practice.defences.some((each) => isPassed(each, asOf))) return 'unmet'
  return regionally === 'met' && replicated === 'met' ? 'met' : 'unknown'
}

function isPublished({ publishedOn }: PracticeFacts, asOf: PlainDate): boolean {
  return publishedOn !== undefined && publishedOn <= asOf
}

/** In use in at least 15 different municipalities. */
function replication(practice: PracticeFacts, asOf: PlainDate, successor: SuccessorOf): Truth {
  const certain = new Set<string>()
  const possible = new Set<string>()
  for (const { status, implementedOn, endedOn, municipality } of practice.adoptions) {
    if (status !== 'implemented' && status !== 'in-progress') continue
    if (implementedOn === undefined ? status === 'in-progress' : implementedOn > asOf) continue
    if (endedOn !== undefined && endedOn <= asOf) continue
    const code = successor(municipality, asOf)
    possible.add(code)
    if (implementedOn !== undefined) certain.add(code)
  }
  return certain.size >= 15 ? 'met' : possible.size >= 15 ? 'unknown' : 'unmet'
}

function regional(practice: PracticeFacts, asOf: PlainDate): Truth {
  const { tools, indicators, checks } = practice
  if (tools !== undefined && new Set(tools.map((each) => each.tool)).size < 3) return 'unmet'
  const improved = indicators === undefined ? 'unknown' : improvement(indicators, asOf)
  if (improved === 'unmet') return 'unmet'
  const attested = attestation(checks, asOf)
  if (attested === 'unmet') return 'unmet'
  return tools !== undefined && improved === 'met' && attested === 'met' ? 'met' : 'unknown'
}

/** An indicator that was measured by the day and is better by at least a tenth. */
function improvement(indicators: readonly IndicatorFacts[], asOf: PlainDate): Truth {
  let found: Truth = 'unmet'
  for (const { base, result, better, resultOn } of indicators) {
    if (resultOn !== undefined && resultOn > asOf) continue
    if (base === undefined || result === undefined || base === 0) found = 'unknown'
    else if (((result - base) / Math.abs(base)) * better >= 0.1) return 'met'
  }
  return found
}

function attestation(checks: readonly CheckFacts[], asOf: PlainDate): Truth {
  let found: Truth = 'unmet'
  for (const check of checks) {
    const truth = attests(check, asOf)
    if (truth === 'met') return 'met'
    if (truth === 'unknown') found = 'unknown'
  }
  return found
}

/** A check that was good in everything, before a defence that was passed by the day. */
function attests(check: CheckFacts, asOf: PlainDate): Truth {
  const { heldOn, defendedOn, assessorMunicipalities, authorAssesses, signedByBoth, openFindings } = check
  const { block1, block2, block3, block4, block5 } = check
  if (heldOn > asOf || defendedOn === undefined || defendedOn > asOf) return 'unmet'
  if (assessorMunicipalities !== undefined && assessorMunicipalities < 2) return 'unmet'
  if (authorAssesses === true || signedByBoth === false) return 'unmet'
  if (openFindings !== undefined && openFindings !== 0) return 'unmet'
  let total = 0
  let scored = true
  for (const score of [block1, block2, block3, block4, block5]) {
    if (score === undefined) scored = false
    else if (score < 16) return 'unmet'
    else total += score
  }
  if (scored && total < 80) return 'unmet'
  const complete = assessorMunicipalities !== undefined && authorAssesses !== undefined
  return complete && scored && signedByBoth !== undefined && openFindings !== undefined ? 'met' : 'unknown'
}

function isValid({ level, issuedOn, revokedOn }: CertificateFacts, asOf: PlainDate): boolean {
  return level === 'regional' && issuedOn <= asOf && (revokedOn === undefined || revokedOn > asOf)
}

function isPassed({ level, decision, heldOn }: DefenceFacts, asOf: PlainDate): boolean {
  return level === 'federal' && decision === 'passed' && heldOn <= asOf
}
