import { isPlainDate } from '@tirazh/core'
import type { PlainDate } from '@tirazh/spec'

/**
 * The same day of the years before and the day itself, oldest first. The 29th of February is the 28th in
 * years that have none. Years before 1900 are left out.
 */
export function sameDays(asOf: PlainDate, years: number): PlainDate[] {
  const [year = '', month = '', day = ''] = asOf.split('-')
  const ago = Array.from({ length: years }, (_, index) => years - 1 - index)
  return ago.flatMap((back) => {
    const candidates = [day, '28'].map((each) => `${Number(year) - back}-${month}-${each}`)
    return candidates.find(isPlainDate) ?? []
  })
}
