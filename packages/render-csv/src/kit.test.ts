import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { csv } from './index.js'

for (const profile of ['excel-ru', 'machine'] as const) {
  testRenderer({ describe, it, name: `csv for ${profile}`, create: () => csv({ profile }) })
}
