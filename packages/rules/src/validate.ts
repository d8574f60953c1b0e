import type { DataIssue, PlainDate, Policy } from '@tirazh/spec'
import { dateOf } from './days.js'
import type { SubjectModel } from './model.js'
import { lawDaysOf, programOf } from './programs.js'

import { shapeIssues } from './shape.js'

import { circleOf } from './uses.js'

/**
 * What keeps a policy from being used with a model and the other policies of a region: faults of its
 * shape, names that do not exist, values of the wrong type, nested aggregates, arithmetic that needs
 * too many digits, parameters that are not in force, policies that use each other in a circle.
 */
export function policyIssues(
  policy: Policy,
  context: { readonly model: SubjectModel; readonly policies: Readonly<Record<string, Policy>> },
): readonly DataIssue[] {
  const shape = shapeIssues(policy)
  if (shape.length > 0) return shape
  const { model, policies } = context
  const issues = new Map<string, DataIssue>()
  const fault = (code: string, path: DataIssue['path'], ru: string, en: string): void => {
    const place = `${code} ${path.join('/')}`
    if (!issues.has(place)) issues.set(place, { code, path, message: { ru, en } })
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
  const days: PlainDate[] = lawDaysOf([policy]).map(dateOf)
  for (const lawAt of days) programOf(policy, { model, policies, lawAt, fault })
  return [...issues.values()]
}
