import { escapeXml, office, xmlHead } from './xml.js'

/** What a part of the file leads to; each target once. */
export interface Relations {
  /** The id of the relation to a target. */
  take(type: RelationType, target: string): string
  /** Nothing, if there are none. */
  xml(): string | undefined
}

export type RelationType =
  | 'hyperlink'
  | 'drawing'
  | 'image'
  | 'worksheet'
  | 'styles'
  | 'sharedStrings'
  | 'officeDocument'
  | 'core'
  | 'extended-properties'

export function relationTable(): Relations {
  const ids = new Map<string, string>()
  const all: string[] = []
  return {
    take: (type, target) => {
      const known = ids.get(`${type} ${target}`)
      if (known !== undefined) return known
      const id = `rId${all.length + 1}`
      ids.set(`${type} ${target}`, id)
      const mode = type === 'hyperlink' ? ' TargetMode="External"' : ''
      all.push(`<Relationship Id="${id}" Type="${typeOf(type)}" Target="${escapeXml(target)}"${mode}/>`)
      return id
    },
    xml: () =>
      all.length === 0
        ? undefined
        : `${xmlHead}<Relationships xmlns="${packaged}">${all.join('')}</Relationships>`,
  }
}

const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'

function typeOf(type: RelationType): string {
  return type === 'core' ? `${packaged}/metadata/core-properties` : `${office}/${type}`
}
