import { dayOf } from '../days.js'

/** The days that facts may be asked for. */
export const firstDay: number = dayOf('1000-01-01')
export const lastDay: number = dayOf('9999-12-31')

/** The day after all days. */
export const never: number = Number.POSITIVE_INFINITY
