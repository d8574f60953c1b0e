export { countOver, decisiveLeaves, evidenceOver } from './assess.js'
export * from './build.js'
export { type Columns, type ColumnsOptions, columns } from './bulk/columns.js'
export { type Decisions, decideAll } from './bulk/decide.js'
export type { LeafCodes, PolicyCodes } from './bulk/judge.js'
export {
  type ConditionChange,
  type Supposition,
  type VerdictChange,
  type WhatIf,
  whatIf,
} from './bulk/what-if.js'
export { type PolicyCost, policyCost } from './cost.js'
export { type Dates, type Decider, type Decision, decider, type RulebookOptions } from './decider.js'
export {
  type DescribeContext,
  describePolicy,
  type ParamLine,
  type PolicyPage,
  type Statement,
  type Statements,
} from './describe-policy.js'
export type { ConditionDifference, Enclosing } from './diff/conditions.js'
export {
  type ConditionDiffers,
  type Days,
  diffDays,
  diffPolicies,
  type ParamDiffers,
  type PolicyChange,
  type PolicyDifference,
  type SubjectDiffers,
  type TitleDiffers,
  type WordingDiffers,
} from './diff.js'
export * as exact from './exact.js'
export * from './explain.js'
export { explainTurning, explainTurningSet } from './explain-turning.js'
export { inForceAt } from './in-force.js'
export { type JsonSchema, policySchema } from './json-schema.js'
export { type Ledger, type LedgerOptions, ledger, type Turned } from './ledger/ledger.js'
export { type PolicyLimits, policyLimits } from './limits.js'
export type {
  Facts,
  FieldModel,
  FieldModelOf,
  FieldModels,
  FieldName,
  Fields,
  NumberRange,
  RelatedRow,
  RelationModel,
  RelationModelOf,
  RelationName,
  SubjectModel,
  SubjectModelOf,
  TypeOf,
} from './model.js'
export type { PolicyContext } from './page/writer.js'
export { parsePolicy } from './parse.js'
export { type Rulebook, rulebook } from './rulebook.js'
export { readDecision, type SqlDecision } from './sql/decision.js'
export type { Dialect } from './sql/dialect.js'
export { type FactRows, factRows } from './sql/rows.js'
export { compileSql, type SqlStatement } from './sql/statement.js'
export { factTables } from './sql/tables.js'
export { type Stretch, type Successions, successions } from './succession.js'
export type { DecisionCodes } from './timeline/codes.js'
export type { Counts, DatedCounts } from './timeline/counts.js'
export type { TimelineOptions } from './timeline/passage.js'
export { type Step as TimelineStep, type Timeline, timeline } from './timeline/timeline.js'
export { type Timelines, timelines } from './timeline/timelines.js'
export {
  type BecomeSubject,
  type ConditionName,
  type CountChange,
  type FillIn,
  type FillSome,
  type Goal,
  type ReachValue,
  type RecordChange,
  type RecordName,
  type RecordValue,
  type TurningOptions,
  type TurningSet,
  turningPoints,
} from './turning.js'
