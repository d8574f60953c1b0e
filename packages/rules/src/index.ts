export { countOver, decisiveLeaves } from './assess.js'
export * from './build.js'
export { inForceAt, type SuccessionLookup } from './evaluate.js'
export * as exact from './exact.js'
export * from './explain.js'
export type {
  Facts,
  FieldModel,
  FieldModelOf,
  FieldModels,
  FieldName,
  Fields,
  RelatedRow,
  RelationModel,
  RelationModelOf,
  RelationName,
  SubjectModel,
  SubjectModelOf,
  TypeOf,
} from './model.js'
export * from './rulebook.js'
