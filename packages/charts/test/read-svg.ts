/** An element of a drawing as it stands on the page. */
export interface Placed {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  /** The transformations of the groups around it, outermost first. */
  readonly transforms: readonly string[]
}

/** A box in pixels. */
export interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

type Open = { -readonly [Key in keyof Placed]: Placed[Key] }

const tag = /<(\/?)([A-Za-z]+)((?: [A-Za-z0-9-]+="[^"<]*")*)(\/?)>/y
const words = /[^<>]+/y

/** The elements of an SVG in the order of their beginnings. Throws where it is no well-formed XML. */
export function readSvg(svg: string): readonly Placed[] {
  const all: Open[] = []
  const open: Open[] = []
  let at = 0
  while (at < svg.length) {
    const read = (pattern: RegExp): RegExpExecArray | null => {
      pattern.lastIndex = at
      return pattern.exec(svg)
    }
    const found = read(tag)
    const text = found === null ? read(words) : null
    const [whole = '', closing = '', name = '', written = '', empty = ''] = found ?? text ?? []
    const parent = open.at(-1)
    if (whole === '') throw new Error(`Not well-formed: ${svg.slice(at, at + 60)}`)
    if (text !== null) {
      if (parent === undefined) throw new Error(`Text outside the drawing: ${whole}`)
      parent.text += unescaped(whole)
    } else if (closing !== '') {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing`)
    } else {
      if (parent === undefined && all.length > 0) throw new Error('More than one element at the top')
      const attributes = attributesOf(written)
      const moved = parent?.attributes.transform
      const transforms = [...(parent?.transforms ?? []), ...(moved === undefined ? [] : [moved])]
      const element: Open = { name, attributes, text: '', transforms }
      all.push(element)
      if (empty === '') open.push(element)
    }
    at += whole.length
  }
  if (open.length > 0) throw new Error(`<${open[0]?.name}> is not closed`)
  return all
}

function attributesOf(written: string): Record<string, string> {
  const pairs = [...written.matchAll(/ ([A-Za-z0-9-]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
    key,
    unescaped(value),
  ])
  if (new Set(pairs.map(([key]) => key)).size < pairs.length) throw new Error(`Repeated in ${written}`)
  return Object.fromEntries(pairs)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}

function unescaped(text: string): string {
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(text)) {
    throw new Error('A character that XML forbids')
  }
  return text.replace(/&[^;]*;?/g, (entity) => {
    const character = entities[entity]
    if (character === undefined) throw new Error(`No such entity: ${entity}`)
    return character
  })
}

/** The box of a text, from the width that it is drawn with. */
export function boxOf(text: Placed, widthOf: (text: string, size: number) => number): Box {
  const number = (name: string): number => Number(text.attributes[name] ?? Number.NaN)
  const [x, y, size] = [number('x'), number('y'), number('font-size')]
  const width = widthOf(text.text, size)
  const shift = { start: 0, middle: width / 2, end: width }[text.attributes['text-anchor'] ?? 'start'] ?? 0
  const box: Box = { left: x - shift, right: x - shift + width, top: y - size * 0.75, bottom: y + size * 0.2 }
  return text.transforms.toReversed().reduce(transformed, box)
}

function transformed(box: Box, transform: string): Box {
  const [, kind, ...numbers] = /^(\w+)\(([-\d.]+) ([-\d.]+)(?: ([-\d.]+))?\)$/.exec(transform) ?? []
  const [first = Number.NaN, second = Number.NaN, third = Number.NaN] = numbers.map(Number)
  if (kind === 'translate') {
    return {
      left: box.left + first,
      right: box.right + first,
      top: box.top + second,
      bottom: box.bottom + second,
    }
  }
  if (kind !== 'rotate' || first !== -90) throw new Error(`Cannot place a text under ${transform}`)
  return {
    left: second + (box.top - third),
    right: second + (box.bottom - third),
    top: third - (box.right - second),
    bottom: third - (box.left - second),
  }
}
