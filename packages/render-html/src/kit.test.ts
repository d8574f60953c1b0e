import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { html } from './index.js'

testRenderer({ describe, it, name: 'html', create: () => html() })
