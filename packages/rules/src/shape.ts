import type { DataIssue, Path } from '@tirazh/spec'
import { costCheck } from './cost.js'
import { issueOf } from './faults.js'
import { type PolicyLimits, policyLimits } from './limits.js'
import { periodCheck } from './periods.js'
import { type Place, type Report, type Visit, walk } from './walk.js'

/**
 * What keeps a value from being a policy by itself, whatever the model: keys and types, limits, days,
 * periods, ids. None: it is a `Policy` of plain JSON. Names of fields, relations, parameters and other
 * policies are not looked at. A value of any depth may be given.
 */
export function shapeIssues(value: unknown, limits: PolicyLimits = policyLimits): DataIssue[] {
  const issues: DataIssue[] = []
  let unlisted = 0
  const report: Report = (place, fault, key) => {
    if (issues.length < limits.issues) issues.push(issueOf(fault, pathTo(place, key)))
    else unlisted += 1
  }
  const checks = [idCheck(report), periodCheck(report), costCheck(limits, report)]
  walk(value, limits, report, (...object) => {
    for (const check of checks) check(...object)
  })
  if (unlisted > 0) issues.push(issueOf(['POLICY_ISSUES_MORE', unlisted]))
  return issues
}

/** Checks that no two conditions of a wording have one name. */
function idCheck(report: Report): Visit {
  const seen = new Set<string>()
  return (place, _, members) => {
    const id = members.get('id')
    const { version } = place.scope
    if (typeof id !== 'string' || version === undefined) return
    const key = `${version} ${id}`
    if (seen.has(key)) report(place, ['POLICY_ID_REPEATED', id], 'id')
    seen.add(key)
  }
}

function pathTo(place: Place, key: string | undefined): Path {
  const path: (string | number)[] = key === undefined ? [] : [key]
  for (let at = place; at.parent !== undefined; at = at.parent) path.unshift(at.key)
  return path
}
