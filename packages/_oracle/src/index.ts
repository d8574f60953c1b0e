export { type GenerateOptions, generate } from './generate.js'
export {
  type Expected,
  type ExpectedOnDate,
  type ExpectedPractice,
  type JudgeOptions,
  judge,
  type VerdictCounts,
} from './judge.js'
export {
  COLUMNS,
  type RegisterFiles,
  readRegister,
  type TableName,
  type WriteOptions,
  writeRegister,
} from './register.js'
export type { Verdict } from './verdict.js'
