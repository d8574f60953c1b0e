import type { Op, Query, Supports } from '@tirazh/spec'
import type { Model } from '../model.js'
import type { Change, Guard } from './steps.js'

/** The operations that changes are, given what the store holds now. */
export function opsOf(changes: readonly Change[], { version }: Model): readonly Op[] {
  return changes.map(({ key, op, guard, doc }) => {
    const expect = expectation(guard, version(key))
    if (op === 'put') return { ...key, op, expect, doc }
    return { ...key, op, expect: op === 'delete' ? Math.max(1, expect) : expect }
  })
}

/** The query without what the adapter has not said that it evaluates. */
export function queryFor({ where, ...query }: Query, { where: supported }: Supports): Query {
  const asked = where?.filter(({ is }) => supported.includes(is)) ?? []
  return asked.length > 0 ? { ...query, where: asked } : query
}

/** Each operation as a line. */
export function linesOf(ops: readonly Op[]): readonly string[] {
  return ops.map((op) => {
    const doc = op.op === 'put' ? ` ${JSON.stringify(op.doc)}` : ''
    return `${op.op} ${op.kind} ${op.space}/${op.id}, expecting version ${op.expect}${doc}`
  })
}

function expectation(guard: Guard, version: number): number {
  if (guard === 'absent') return 0
  if (guard === 'ahead') return version + 1
  return guard === 'right' ? version : Math.max(0, version - 1)
}
