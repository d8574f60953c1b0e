import type { Report } from '@tirazh/spec'
import { same } from '../claims.js'
import { marksIn, marksOf } from './marks.js'
import { draw, isListed, type RendererSetting } from './renderer-case.js'

/** Every marked text is in the file, or what holds it is listed as omitted. */
export async function nothingIsLost({ create, textOf }: RendererSetting, report: Report): Promise<void> {
  const drawn = await draw(create(), report)
  const found = marksIn(await textOf(drawn.file))
  const lost = marksOf(report).filter(({ mark, at }) => !found.has(mark) && !isListed(drawn, at))
  same(
    lost.slice(0, 10).map(({ at }) => at.join('/')),
    [],
    `${lost.length} texts are neither in the file nor in a block listed as omitted; the first are at`,
  )
}
