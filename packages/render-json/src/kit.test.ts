import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { json } from './index.js'

testRenderer({ describe, it, name: 'json', create: () => json() })
