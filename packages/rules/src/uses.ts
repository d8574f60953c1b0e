import type { Expression, Policy, Predicate } from '@tirazh/spec'

type Policies = Readonly<Record<string, Policy>>

/** A policy and all it uses, each after those it uses, the policy itself last. Names that do not exist are left out. */
export function withUsed(policy: Policy, policies: Policies): readonly Policy[] {
  const begun = new Set([policy.id])
  const ordered: Policy[] = []
  const visit = (each: Policy): void => {
    for (const id of usedBy(each)) {
      const used = Object.hasOwn(policies, id) ? policies[id] : undefined
      if (used === undefined || begun.has(id)) continue
      begun.add(id)
      visit(used)
    }
    ordered.push(each)
  }
  visit(policy)
  return ordered
}

/** The first circle of `use` that the policy leads into: ids from a policy back to itself. Every policy is passed once. */
export function circleOf(policy: Policy, policies: Policies): readonly string[] | undefined {
  const done = new Set<string>()
  const visit = (id: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(id)) return [...trail.slice(trail.indexOf(id)), id]
    const each = id === policy.id ? policy : Object.hasOwn(policies, id) ? policies[id] : undefined
    if (each === undefined || done.has(id)) return undefined
    done.add(id)
    for (const used of usedBy(each)) {
      const circle = visit(used, [...trail, id])
      if (circle !== undefined) return circle
    }
    return undefined
  }
  return visit(policy.id, [])
}

/** The ids that a policy uses, in any wording. */
function usedBy(policy: Policy): readonly string[] {
  const ids = new Set<string>()
  const expression = (each: Expression): void => {
    switch (each.op) {
      case 'agg':
        if (each.where) predicate(each.where)
        return
      case 'calc':
        for (const part of each.of) expression(part)
        return
      case 'ratio':
        expression(each.numerator)
        expression(each.denominator)
        return
      case 'change':
        expression(each.from)
        expression(each.to)
        return
      case 'shift':
        expression(each.date)
        return
      case 'successor':
        expression(each.code)
        expression(each.at)
        return
      case 'lit':
      case 'param':
      case 'asOf':
      case 'field':
        return
    }
  }
  const predicate = (each: Predicate): void => {
    switch (each.op) {
      case 'use':
        ids.add(each.policy)
        return
      case 'not':
        predicate(each.of)
        return
      case 'all':
      case 'any':
      case 'atLeast':
        for (const part of each.of) predicate(part)
        return
      case 'cmp':
        expression(each.left)
        expression(each.right)
        return
      case 'in':
      case 'known':
        expression(each.value)
        return
    }
  }
  for (const { rule, applies } of policy.versions) {
    predicate(rule)
    if (applies) predicate(applies)
  }
  return [...ids]
}
