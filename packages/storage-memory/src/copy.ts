import type { Json } from '@tirazh/spec'

/**
 * A copy that shares nothing which could change: texts are shared, lists and objects are not. Smaller than
 * JSON text, and quicker to make. Properties without a value are left out, as in JSON.
 * @throws TypeError for what is not JSON
 */
export function copy(value: Json): Json {
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value
    case 'object':
      if (value === null) return null
      return isList(value) ? value.map(copy) : copyObject(value)
    default:
      throw new TypeError(`A document holds a ${typeof value}, which is not JSON: remove or encode it`)
  }
}

function copyObject(value: { readonly [key: string]: Json | undefined }): Json {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) {
    throw new TypeError('A document holds an object with a class, which is not JSON: remove or encode it')
  }
  const copied: { [key: string]: Json } = {}
  for (const key of Object.keys(value)) {
    const property = value[key]
    if (property === undefined) continue
    // Defined, not assigned: a property may be called __proto__.
    if (key === '__proto__') Object.defineProperty(copied, key, { ...plain, value: copy(property) })
    else copied[key] = copy(property)
  }
  return copied
}

const plain = { configurable: true, enumerable: true, writable: true }

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value)
}
