import { describe, it } from 'vitest'
import { hooks, hosted } from '../test/hosted.js'
import { testStorage } from './test-storage.js'

testStorage({ describe, it, name: 'the model with every capability', create: hosted, ...hooks })
