import { blockCases } from './block-cases.js'
import { fileCases } from './file-cases.js'
import type { RendererCase } from './renderer-case.js'
import { textCases } from './text-cases.js'
import { workCases } from './work-cases.js'

/** Everything that a renderer must prove. */
export const rendererCases: readonly RendererCase[] = [
  ...fileCases,
  ...workCases,
  ...blockCases,
  ...textCases,
]
