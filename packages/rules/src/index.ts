export { countOver, decisiveLeaves, evidenceOver } from './assess.js'
export * from './build.js'
export * as exact from './exact.js'
export * from './explain.js'
export { inForceAt } from './in-force.js'
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
export * from './rulebook.js'
export { type Stretch, type Successions, successions } from './succession.js'
