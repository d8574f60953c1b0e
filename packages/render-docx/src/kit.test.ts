import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { textOf } from '../test/made.js'
import { docx } from './index.js'

testRenderer({
  ...{ describe, it, name: 'docx', create: () => docx() },
  textOf(file) {
    if (typeof file === 'string') throw new TypeError('A document is made of bytes')
    return textOf(file)
  },
})
