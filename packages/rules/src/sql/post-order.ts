/**
 * All nodes below the roots, each once and after those it is made of; without calling itself, so that
 * no depth is too great.
 */
export function postOrder<Node extends object>(
  roots: readonly Node[],
  partsOf: (node: Node) => readonly Node[],
): readonly Node[] {
  const done = new Set<Node>()
  const open = [...roots].reverse()
  const entered = new Set<Node>()
  for (let node = open.at(-1); node !== undefined; node = open.at(-1)) {
    if (entered.has(node)) {
      done.add(node)
      open.pop()
      continue
    }
    entered.add(node)
    const parts = partsOf(node)
    for (let index = parts.length - 1; index >= 0; index -= 1) {
      const part = parts[index]
      if (part !== undefined && !entered.has(part)) open.push(part)
    }
  }
  return [...done]
}
