import { testRenderer } from '@tirazh/testkit'
import { describe, it } from 'vitest'
import { read } from '../test/read.js'
import { pdf } from './index.js'

testRenderer({
  ...{ describe, it, name: 'pdf', create: () => pdf() },
  async textOf(file) {
    if (typeof file === 'string') throw new TypeError('A PDF is made of bytes')
    return (await read(file)).text
  },
})
