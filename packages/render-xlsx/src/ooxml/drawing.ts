import type { PlacedPicture } from './sheet.js'
import { escapeXml, office, xmlHead } from './xml.js'

/** The pictures of one sheet. `idOf` names the relation to the file of a picture. */
export function drawingXml(pictures: readonly PlacedPicture[], idOf: (index: number) => string): string {
  const anchors = pictures.map(({ row, picture: { alt, width, height } }, index) => {
    const id = index + 1
    const size = `cx="${units(width)}" cy="${units(height)}"`
    return (
      `<xdr:oneCellAnchor><xdr:from><xdr:col>0</xdr:col><xdr:colOff>${units(3)}</xdr:colOff>` +
      `<xdr:row>${row}</xdr:row><xdr:rowOff>${units(3)}</xdr:rowOff></xdr:from><xdr:ext ${size}/>` +
      `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="${id}" name="Picture ${id}" descr="${escapeXml(alt)}"/>` +
      '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>' +
      `<xdr:blipFill><a:blip r:embed="${idOf(index)}"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>` +
      `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr>` +
      '</xdr:pic><xdr:clientData/></xdr:oneCellAnchor>'
    )
  })
  return (
    `${xmlHead}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"` +
    ` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${office}">${anchors.join('')}</xdr:wsDr>`
  )
}

/** Points as the whole units of a drawing. */
function units(points: number): number {
  return Math.round(points * 12_700)
}
