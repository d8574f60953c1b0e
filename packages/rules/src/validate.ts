import type { DataIssue, Expression, Path, PlainDate, Policy, Predicate } from '@tirazh/spec'
import type { RelationModel, SubjectModel } from './model.js'

/**
 * What keeps a policy from being used with a model and the other policies of a region: names that do
 * not exist, nested aggregates, counts of nothing distinct, dates out of order, policies that use each
 * other in a circle. The types of values are checked by the compiler, where the builders are used.
 */
export function policyIssues(
  policy: Policy,
  context: { readonly model: SubjectModel; readonly policies: Readonly<Record<string, Policy>> },
): DataIssue[] {
  const issues: DataIssue[] = []
  const report: Report = (code, path, ru, en) => issues.push({ code, path, message: { ru, en } })

  if (policy.subject !== context.model.kind) {
    report(
      'POLICY_SUBJECT',
      ['subject'],
      `Правило о «${policy.subject}», а модель описывает «${context.model.kind}».`,
      `The policy is about '${policy.subject}' but the model describes '${context.model.kind}'.`,
    )
  }
  checkDates(policy.versions, ['versions'], report)
  for (const [name, param] of Object.entries(policy.params)) {
    checkDates(param.values, ['params', name, 'values'], report)
  }
  const walk: Walk = { policy, model: context.model, policies: context.policies, ids: new Set(), report }
  policy.versions.forEach((version, index) => {
    walk.ids.clear()
    if (version.applies) checkPredicate(version.applies, ['versions', index, 'applies'], walk, undefined)
    checkPredicate(version.rule, ['versions', index, 'rule'], walk, undefined)
  })
  const circle = circleOf(policy, context.policies)
  if (circle !== undefined) {
    report(
      'POLICY_CIRCLE',
      ['versions'],
      `Правила ссылаются друг на друга по кругу: ${circle.join(' → ')}.`,
      `The policies use each other in a circle: ${circle.join(' → ')}.`,
    )
  }
  return issues
}

type Report = (code: string, path: Path, ru: string, en: string) => void

interface Walk {
  readonly policy: Policy
  readonly model: SubjectModel
  readonly policies: Readonly<Record<string, Policy>>
  readonly ids: Set<string>
  readonly report: Report
}

function checkDates(entries: readonly { readonly from: PlainDate }[], path: Path, report: Report): void {
  if (entries.length === 0) {
    report(
      'POLICY_EMPTY',
      path,
      'Нужно хотя бы одно значение с датой.',
      'At least one dated entry is needed.',
    )
  }
  entries.forEach((entry, index) => {
    const previous = entries[index - 1]
    if (previous === undefined || previous.from < entry.from) return
    report(
      'POLICY_DATES_ORDER',
      [...path, index, 'from'],
      `Даты должны возрастать: после ${previous.from} стоит ${entry.from}.`,
      `Dates must ascend: ${entry.from} comes after ${previous.from}.`,
    )
  })
}

function checkPredicate(
  predicate: Predicate,
  path: Path,
  walk: Walk,
  relation: RelationModel | undefined,
): void {
  const { id } = predicate
  if (id !== undefined && walk.ids.has(id)) {
    walk.report('POLICY_ID_REPEATED', path, `Повтор имени условия «${id}».`, `The id '${id}' is used twice.`)
  }
  if (id !== undefined) walk.ids.add(id)
  switch (predicate.op) {
    case 'all':
    case 'any':
    case 'atLeast':
      predicate.of.forEach((part, index) => {
        checkPredicate(part, [...path, 'of', index], walk, relation)
      })
      return
    case 'not':
      checkPredicate(predicate.of, [...path, 'of'], walk, relation)
      return
    case 'cmp':
      checkExpression(predicate.left, [...path, 'left'], walk, relation)
      checkExpression(predicate.right, [...path, 'right'], walk, relation)
      return
    case 'in':
    case 'known':
      checkExpression(predicate.value, [...path, 'value'], walk, relation)
      return
    case 'use':
      if (!Object.hasOwn(walk.policies, predicate.policy))
        unknownName('policy', predicate.policy, walk.policies, path, walk)
  }
}

function checkExpression(
  expression: Expression,
  path: Path,
  walk: Walk,
  relation: RelationModel | undefined,
): void {
  switch (expression.op) {
    case 'param':
      if (!Object.hasOwn(walk.policy.params, expression.name)) {
        unknownName('parameter', expression.name, walk.policy.params, path, walk)
      }
      return
    case 'field': {
      const fields = expression.of === 'row' ? (relation?.fields ?? {}) : walk.model.fields
      if (expression.name !== 'id' && !Object.hasOwn(fields, expression.name))
        unknownName('field', expression.name, fields, path, walk)
      return
    }
    case 'calc':
      expression.of.forEach((part, index) => {
        checkExpression(part, [...path, 'of', index], walk, relation)
      })
      return
    case 'change':
      checkExpression(expression.from, [...path, 'from'], walk, relation)
      checkExpression(expression.to, [...path, 'to'], walk, relation)
      return
    case 'successor':
      checkExpression(expression.code, [...path, 'code'], walk, relation)
      checkExpression(expression.at, [...path, 'at'], walk, relation)
      return
    case 'agg': {
      const over = walk.model.relations[expression.over]
      if (over === undefined) {
        unknownName('relation', expression.over, walk.model.relations, path, walk)
        return
      }
      if (relation !== undefined) {
        walk.report(
          'POLICY_AGGREGATE_NESTED',
          path,
          'Подсчёт внутри подсчёта не допускается: вынесите его в отдельное условие.',
          'An aggregate inside an aggregate is not allowed: make it a condition of its own.',
        )
      }
      if (expression.fn === 'countDistinct' && expression.value === undefined) {
        walk.report(
          'POLICY_VALUE_MISSING',
          path,
          'Для подсчёта различных нужно поле value: что различать.',
          'To count what is distinct, say what is told apart: give `value`.',
        )
      }
      if (expression.value) checkExpression(expression.value, [...path, 'value'], walk, over)
      if (expression.where) checkPredicate(expression.where, [...path, 'where'], walk, over)
      return
    }
    case 'lit':
    case 'asOf':
      return
  }
}

const nouns = {
  policy: { ru: 'правила', en: 'policy' },
  parameter: { ru: 'параметра', en: 'parameter' },
  field: { ru: 'поля', en: 'field' },
  relation: { ru: 'связи', en: 'relation' },
}

function unknownName(
  what: keyof typeof nouns,
  name: string,
  known: Readonly<Record<string, unknown>>,
  path: Path,
  walk: Walk,
): void {
  const names = Object.keys(known).join(', ')
  walk.report(
    `POLICY_UNKNOWN_${what.toUpperCase()}`,
    path,
    `Нет ${nouns[what].ru} «${name}»; есть: ${names}.`,
    `There is no ${nouns[what].en} '${name}'; there are: ${names}.`,
  )
}

/** The first circle of `use` that the policy leads into. Every policy is passed once. */
function circleOf(
  policy: Policy,
  policies: Readonly<Record<string, Policy>>,
  trail: readonly string[] = [],
  done: Set<string> = new Set(),
): string[] | undefined {
  if (trail.includes(policy.id)) return [...trail.slice(trail.indexOf(policy.id)), policy.id]
  if (done.has(policy.id)) return undefined
  done.add(policy.id)
  for (const id of usedBy(policy)) {
    const used = Object.hasOwn(policies, id) ? policies[id] : undefined
    const circle = used && circleOf(used, policies, [...trail, policy.id], done)
    if (circle !== undefined) return circle
  }
  return undefined
}

function usedBy(policy: Policy): string[] {
  const inExpression = (expression: Expression): string[] =>
    expression.op === 'agg' && expression.where ? visit(expression.where) : []
  const visit = (predicate: Predicate): string[] => {
    switch (predicate.op) {
      case 'use':
        return [predicate.policy]
      case 'not':
        return visit(predicate.of)
      case 'all':
      case 'any':
      case 'atLeast':
        return predicate.of.flatMap(visit)
      case 'cmp':
        return [...inExpression(predicate.left), ...inExpression(predicate.right)]
      case 'in':
      case 'known':
        return inExpression(predicate.value)
    }
  }
  return policy.versions.flatMap((version) => [
    ...visit(version.rule),
    ...(version.applies ? visit(version.applies) : []),
  ])
}
