import type { PlainDate, Text } from '@tirazh/spec'

/** No published order gives these values: they are ours until the region sets its own. */
export const sdkDefault: Text = { ru: 'значение SDK по умолчанию', en: 'SDK default value' }

/** Early enough for every record of a programme that began in 2018; not the date of any order. */
export const always: PlainDate = '2000-01-01'
