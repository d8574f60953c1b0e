import type { DataIssue, Policy } from '@tirazh/spec'
import { dateOf } from './days.js'
import type { Fault } from './lowering.js'
import type { SubjectModel } from './model.js'
import { policyInvalid } from './parse.js'
import { lawDaysOf, programOf } from './programs.js'
import { shapeIssues } from './shape.js'
import { circleOf } from './uses.js'

/** @throws POLICY_INVALID for what does not have the form of a policy */
export function checkShape(id: string, policy: unknown): void {
  refuse(id, shapeIssues(policy))
}

/** The policy has the form of one, and so have those it uses. @throws POLICY_INVALID for what it cannot mean */
export function checkMeaning(id: string, policy: Policy, context: Context): void {
  refuse(id, policyIssues(id, policy, context))
}

interface Context {
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
}

function refuse(policy: string, issues: readonly DataIssue[]): void {
  if (issues.length > 0) throw policyInvalid(policy, issues)
}

/**
 * What keeps a well-formed policy from being used with a model and the other policies of a region:
 * names that do not exist, values of the wrong type, nested aggregates, arithmetic that needs too many
 * digits, parameters that are not in force, policies that use each other in a circle.
 */
function policyIssues(id: string, policy: Policy, { model, policies }: Context): readonly DataIssue[] {
  const issues = new Map<string, DataIssue>()
  const fault: Fault = (code, path, ru, en) => {
    const place = `${code} ${path.join('/')}`
    if (!issues.has(place)) issues.set(place, { code, path, message: { ru, en } })
  }

  if (policy.id !== id) {
    fault(
      'POLICY_ID',
      ['id'],
      `Правило «${policy.id}» записано под именем «${id}»: имена должны совпадать.`,
      `The policy '${policy.id}' is filed under '${id}': the two must be the same.`,
    )
  }
  if (policy.subject !== model.kind) {
    fault(
      'POLICY_SUBJECT',
      ['subject'],
      `Правило о «${policy.subject}», а модель описывает «${model.kind}».`,
      `The policy is about '${policy.subject}' but the model describes '${model.kind}'.`,
    )
  }
  const circle = circleOf(policy, policies)
  if (circle !== undefined) {
    fault(
      'POLICY_CIRCLE',
      ['versions'],
      `Правила ссылаются друг на друга по кругу: ${circle.join(' → ')}.`,
      `The policies use each other in a circle: ${circle.join(' → ')}.`,
    )
    return [...issues.values()]
  }
  // Every stretch of the law is tried: a parameter may have another value in each.
  for (const day of lawDaysOf([policy])) programOf(policy, { model, policies, lawAt: dateOf(day), fault })
  return [...issues.values()]
}
