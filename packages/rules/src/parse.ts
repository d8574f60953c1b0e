import { type DataIssue, type Policy, TirazhError } from '@tirazh/spec'
import { type Fault, issueOf } from './faults.js'
import { limitOf, type PolicyLimits, policyLimits } from './limits.js'
import { shapeIssues } from './shape.js'

/**
 * The policy in a JSON text or in a value read from one, whoever wrote it. A text that is too long or
 * too deep is refused before it is read. A value is returned as it is, not copied. Whether the policy
 * fits a model is for `rulebook` to say.
 * @throws POLICY_INVALID with all issues
 */
export function parsePolicy(source: unknown, limits: Partial<PolicyLimits> = {}): Policy {
  const within = { ...policyLimits, ...limits }
  const value = typeof source === 'string' ? parsed(source, within) : source
  const issues = shapeIssues(value, within)
  if (issues.length > 0) throw policyInvalid(idOf(value, within), issues)
  return value as Policy
}

/** The error for a policy with issues, which says the first of them. */
export function policyInvalid(policy: string, issues: readonly DataIssue[]): TirazhError<'POLICY_INVALID'> {
  const [first] = issues
  const at = first === undefined || first.path.length === 0 ? '' : ` at ${first.path.join('.')}`
  const others = issues.length > 1 ? ` (and ${issues.length - 1} more)` : ''
  return new TirazhError(
    'POLICY_INVALID',
    `Policy '${policy}' cannot be used${at}: ${first?.message.en ?? ''}${others}`,
    { policy, issues },
  )
}

function parsed(json: string, limits: PolicyLimits): unknown {
  if (json.length > limits.json) throw unread(['POLICY_TOO_LARGE', json.length, limitOf('json', limits)])
  if (isDeeper(json, limits.depth))
    throw unread(['POLICY_TOO_DEEP', limits.depth + 1, limitOf('depth', limits)])
  try {
    return JSON.parse(json)
  } catch (error) {
    throw unread(['POLICY_JSON', String(error)])
  }
}

/** Whether so many brackets are open at once somewhere; those in texts do not count. */
function isDeeper(json: string, depth: number): boolean {
  let open = 0
  let inText = false
  for (let index = 0; index < json.length; index += 1) {
    const letter = json[index]
    if (inText && letter === '\\') index += 1
    else if (letter === '"') inText = !inText
    else if (inText) continue
    else if (letter === '{' || letter === '[') open += 1
    else if (letter === '}' || letter === ']') open -= 1
    if (open > depth) return true
  }
  return false
}

function unread(fault: Fault): TirazhError<'POLICY_INVALID'> {
  return policyInvalid('', [issueOf(fault)])
}

/** By what to call what may not be a policy at all. */
function idOf(value: unknown, limits: PolicyLimits): string {
  try {
    const id: unknown = Object.getOwnPropertyDescriptor(value, 'id')?.value
    return typeof id === 'string' ? id.slice(0, limits.name) : ''
  } catch {
    return ''
  }
}
