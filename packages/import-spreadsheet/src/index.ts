export type { ImportIssue } from './issue.js'
export { describeIssue } from './issue.js'
export type { Progress, ReadRegisterOptions, RegisterReading } from './read-register.js'
export { readRegister } from './read-register.js'
