import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { markdown } from './index.js'

testRenderer({ describe, it, name: 'markdown', create: () => markdown() })
