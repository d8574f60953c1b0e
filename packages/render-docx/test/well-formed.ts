const name = '[A-Za-z_][\\w.-]*(?::[A-Za-z_][\\w.-]*)?'
const attribute = new RegExp(`\\s+(${name})="([^"<]*)"`, 'y')
const token = new RegExp(`<(/?)(${name})((?:\\s+${name}="[^"<]*")*)\\s*(/?)>|([^<]+)`, 'y')
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u
const loose = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/

/** What is wrong with a text as XML 1.0, as far as this document needs it; `undefined` if it is well formed. */
export function xmlProblem(xml: string): string | undefined {
  if (forbidden.test(xml)) return 'a character that XML has no form for'
  const loosely = loose.exec(xml)
  if (loosely !== null) return `a loose ampersand at ${loosely.index}`
  const open: string[] = []
  let roots = 0
  let at = /^<\?xml [^?]*\?>\s*/.exec(xml)?.[0].length ?? 0
  while (at < xml.length) {
    token.lastIndex = at
    const found = token.exec(xml)
    if (found === null) return `no tag at ${at}: ${xml.slice(at, at + 60)}`
    const [whole, closing, tag = '', attributes = '', empty, text] = found
    at += whole.length
    if (text !== undefined) {
      if (open.length === 0 && text.trim() !== '') return `text outside of the root: ${text.slice(0, 40)}`
      continue
    }
    if (closing === '/') {
      if (open.pop() !== tag) return `</${tag}> closes nothing`
      continue
    }
    const names = attributeNames(attributes)
    if (new Set(names).size < names.length) return `an attribute twice in <${tag}>`
    if (open.length === 0) roots += 1
    if (empty !== '/') open.push(tag)
  }
  return open.length > 0 ? `<${open.at(-1)}> is never closed` : roots === 1 ? undefined : `${roots} roots`
}

function attributeNames(attributes: string): readonly string[] {
  const names: string[] = []
  attribute.lastIndex = 0
  for (let found = attribute.exec(attributes); found !== null; found = attribute.exec(attributes)) {
    names.push(found[1] ?? '')
  }
  return names
}
