import type { Writer } from './writer.js'

/** The id of the style of data tables: a bold head and total between rules, a thin line below each row. */
export const tableStyleId = 'TirazhTable'

/** The id of the style of names with their values: a thin line below each. */
export const factStyleId = 'TirazhFacts'

/** The library has no table styles of its own, so this one is handed to it as a document of styles. */
export function tableStyles({ colour }: Writer): string {
  const line = (edge: string, size: number, of: 'ink' | 'line'): string =>
    `<w:${edge} w:val="single" w:sz="${size}" w:space="0" w:color="${colour(of)}"/>`
  const part = (type: 'firstRow' | 'lastRow', borders: string): string =>
    `<w:tblStylePr w:type="${type}"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>${borders}</w:tcBorders></w:tcPr></w:tblStylePr>`
  const style = (id: string, name: string, parts: string): string =>
    `<w:style w:type="table" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
    '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>' +
    `${line('bottom', 4, 'line')}${line('insideH', 4, 'line')}</w:tblBorders>` +
    '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>' +
    '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `${parts}</w:style>`
  const head = part('firstRow', line('bottom', 12, 'ink'))
  const total = part('lastRow', line('top', 8, 'ink') + line('bottom', 12, 'ink'))
  return (
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    // What every other style of its kind rests on.
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">' +
    '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>' +
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>' +
    style(tableStyleId, 'Tirazh table', head + total) +
    style(factStyleId, 'Tirazh facts', '') +
    '</w:styles>'
  )
}
