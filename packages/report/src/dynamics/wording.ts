import type { Formats } from '@tirazh/spec'
import { nouns } from '../nouns.js'
import type { FigureChange } from './change.js'
import type { DynamicsTexts } from './texts.js'

/** «за год больше на 122 (+254,2 %; в 3,5 раза больше, чем год назад)». */
export function changeText(change: FigureChange | undefined, f: Formats, t: DynamicsTexts): string {
  if (change === undefined) return t.noBefore
  const { absolute, relative, times } = change
  if (absolute === 0) return t.same
  const how = [
    relative === undefined ? t.noPercent : f.share(relative, { signed: true }),
    ...(times === undefined ? [] : [t.times(f.count(times, nouns.times))]),
  ].join('; ')
  const amount = f.number(Math.abs(absolute))
  return absolute > 0 ? t.up(amount, how) : t.down(amount, how)
}

/** «за год +2 п. п.». */
export function pointsText(points: number | undefined, f: Formats, t: DynamicsTexts): string {
  if (points === undefined) return t.noBefore
  if (points === 0) return t.same
  return t.points(`${points > 0 ? '+' : ''}${f.number(points)}\u00a0${t.pointsUnit}`)
}
