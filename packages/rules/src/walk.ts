import type { Fault } from './faults.js'
import {
  type Group,
  groups,
  type Kind,
  type Leaf,
  type List,
  type OneObject,
  type Shape,
  shapes,
} from './language.js'
import { leafFault } from './leaf.js'
import { limitOf, type PolicyLimits } from './limits.js'

/** A value in a policy, what it must be, and where it stands. */
export interface Place {
  readonly value: unknown
  readonly kind: Kind
  /** What holds it, and under which key; nothing holds the root. */
  readonly parent: Place | undefined
  readonly key: string | number
  /** How many objects and lists there are down to this place, itself included. */
  readonly depth: number
  readonly scope: Scope
}

/** The wording that a place is part of, by its number, and the relation whose records it is computed for. */
export interface Scope {
  readonly version?: number
  readonly over?: string
}

/** Takes what is wrong at a place, or under a key of it. */
export type Report = (place: Place, fault: Fault, key?: string) => void

/** Takes an object of the language, with what stands under those keys that it may have. */
export type Visit = (place: Place, shape: Shape, members: ReadonlyMap<string, unknown>) => void

/**
 * Goes through a value that should be a policy, in the order of the language, without calling itself
 * and without running a getter. Reports what is not of the language, hands over every object that is,
 * and stops where the policy holds more than it may.
 */
export function walk(root: unknown, limits: PolicyLimits, report: Report, visit: Visit): void {
  const left: Record<keyof PolicyLimits, number> = { ...limits }
  let exceeded = false
  const kind: Kind = { shape: shapes.policy }
  const places: Place[] = [{ value: root, kind, parent: undefined, key: '', depth: 1, scope: {} }]
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    try {
      // What is put in last comes out first.
      for (const inner of inside(place).reverse()) places.push(inner)
    } catch {
      report(place, ['POLICY_TYPE', 'getter', place.kind])
    }
    if (exceeded) return
  }

  function inside(place: Place): Place[] {
    const { value, kind } = place
    if (isLeaf(kind)) {
      const fault = leafFault(value, kind, limits)
      if (fault) report(place, fault)
      return []
    }
    if (!isPlain(value, 'list' in kind)) report(place, ['POLICY_TYPE', value, kind])
    else if (isInside(value, place.parent)) report(place, ['POLICY_OWN_MEMBER'])
    else if (place.depth > limits.depth) {
      report(place, ['POLICY_TOO_DEEP', place.depth, limitOf('depth', limits)])
    } else if ('list' in kind) return insideList(place, kind, value)
    else if ('named' in kind) return insideNamed(place, kind, value)
    else return insideObject(place, kind, value)
    return []
  }

  function insideList(place: Place, { list, limit, some, alike }: List, value: object): Place[] {
    const length = Number(own(value, 'length'))
    if (!spend(limit ?? 'nodes', length, place)) return []
    if (some && length === 0) report(place, ['POLICY_EMPTY'])
    const members = Array.from({ length }, (_, index) => own(value, index))
    if (alike && new Set(members.map((member) => typeof member)).size > 1) {
      report(place, ['POLICY_TYPES_MIXED'])
    }
    return members.map((member, index) => placeIn(place, index, member, list))
  }

  function insideNamed(place: Place, { named }: { readonly named: Shape }, value: object): Place[] {
    if (!spend('nodes', sizeOf(value), place)) return []
    return Reflect.ownKeys(value).map((key) => {
      const name = String(key)
      const fault = leafFault(key, 'name', limits)
      if (fault) report(place, fault, name)
      return placeIn(place, name, own(value, key), { shape: named })
    })
  }

  function insideObject(place: Place, kind: OneObject, value: object): Place[] {
    const shape = 'shape' in kind ? kind.shape : shapeByOp(place, kind, own(value, 'op'))
    if (shape === undefined) return []
    const keys = Object.entries(shape).filter(
      ([, { unless }]) => !unless || own(value, unless.key) !== unless.word,
    )
    const allowed = ['group' in kind ? ['op'] : [], keys.map(([name]) => name)].flat()
    if (!spend('nodes', 1 + Math.max(0, sizeOf(value) - allowed.length), place)) return []
    const found = Reflect.ownKeys(value).map(String)
    for (const key of found.filter((name) => !allowed.includes(name)))
      report(place, ['POLICY_KEY_UNKNOWN', key, { words: allowed }], key)
    const members = new Map(allowed.map((name) => [name, own(value, name)]))
    visit(place, shape, members)
    const scope = scopeWithin(place, shape, members)
    return keys.flatMap(([name, key]) => {
      const member = members.get(name)
      if (member !== undefined) return placeIn(place, name, member, key.kind, scope)
      if (!key.optional) report(place, ['POLICY_KEY_MISSING', name, key.kind], name)
      return []
    })
  }

  function shapeByOp(place: Place, kind: { readonly group: Group }, op: unknown): Shape | undefined {
    const nodes = groups[kind.group]
    const shape = typeof op === 'string' && Object.hasOwn(nodes, op) ? nodes[op] : undefined
    if (op === undefined) report(place, ['POLICY_KEY_MISSING', 'op', kind], 'op')
    else if (shape === undefined) report(place, ['POLICY_OP_UNKNOWN', op, kind], 'op')
    return shape
  }

  /** Whether there may be so many more. */
  function spend(limit: keyof PolicyLimits, amount: number, place: Place): boolean {
    left[limit] -= amount
    exceeded = left[limit] < 0
    if (exceeded) report(place, ['POLICY_TOO_LARGE', limits[limit] - left[limit], limitOf(limit, limits)])
    return !exceeded
  }
}

function placeIn(parent: Place, key: Place['key'], value: unknown, kind: Kind, scope = parent.scope): Place {
  return { value, kind, parent, key, depth: parent.depth + 1, scope }
}

function scopeWithin(place: Place, shape: Shape, members: ReadonlyMap<string, unknown>): Scope {
  if (shape === shapes.version) return { version: Number(place.key) }
  const over = members.get('over')
  return typeof over === 'string' ? { ...place.scope, over } : place.scope
}

function isLeaf(kind: Kind): kind is Leaf {
  return typeof kind === 'string' || 'words' in kind
}

/** Whether a value is a list or object as JSON has them; those of another window are as good as ours. */
function isPlain(value: unknown, asList: boolean): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value) !== asList) return false
  let prototype: object | null = Object.getPrototypeOf(value)
  if (asList) {
    // The prototype of lists is a list itself, and has that of objects for its own.
    if (!Array.isArray(prototype)) return false
    prototype = Object.getPrototypeOf(prototype)
  }
  return (
    prototype === null || (Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, 'valueOf'))
  )
}

function isInside(value: object, holder: Place | undefined): boolean {
  for (let place = holder; place !== undefined; place = place.parent) {
    if (place.value === value) return true
  }
  return false
}

/** How many keys there are. Of very many it is known much sooner than `Reflect.ownKeys` lists them. */
function sizeOf(value: object): number {
  return Object.keys(value).length
}

/** What an object itself holds under a key. @throws TypeError where it would have to be computed */
function own(holder: object, key: PropertyKey): unknown {
  const found = Object.getOwnPropertyDescriptor(holder, key)
  if (found?.get || found?.set) throw new TypeError('A getter')
  return found?.value
}
