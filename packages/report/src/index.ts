export { type CollectedCertificate, collectCertificate } from './certificate/collect.js'
export {
  type CertificateOptions,
  composeCertificate,
  practiceCertificate,
  type Signatory,
} from './certificate/compose.js'
export {
  type CertificationRegister,
  collectCertification,
  type LevelLists,
  type YearLine,
} from './certification/collect.js'
export { certificationRegister, composeCertification } from './certification/compose.js'
export type { BasisFlaw, CertificateLine, CertificateState } from './certification/standing.js'
export * from './dynamics/change.js'
export * from './dynamics/collect.js'
export { composeDynamics, type DynamicsOptions, dynamicsReport } from './dynamics/compose.js'
export { type EffectKind, effectKinds, metricOf, type Uncounted } from './effects/amount.js'
export * from './effects/collect.js'
export { composeEffects, type EffectsOptions, effectsReport } from './effects/compose.js'
export {
  type Confidence,
  type ConfidenceCondition,
  type ConfidenceRules,
  confidenceOf,
  defaultConfidence,
  type Setting,
} from './effects/confidence.js'
export type { MetricLine, Spread } from './effects/metric-line.js'
export type { EffectSum, EffectSums } from './effects/sums.js'
export * from './factory/collect.js'
export { composeFactory, type FactoryOptions, factoryReport } from './factory/compose.js'
export { type Population, populationOf } from './factory/population.js'
export {
  collectMatrix,
  type MatrixChoice,
  type MatrixColumn,
  type MatrixRow,
  type ReplicationMatrix,
} from './matrix/collect.js'
export { composeMatrix, type MatrixOptions, replicationMatrix } from './matrix/compose.js'
export { type PracticeUses, type Standing, type Use, usesOf, usesOn } from './matrix/uses.js'
export * from './passport/collect.js'
export { composePassport, type PassportOptions, practicePassport } from './passport/compose.js'
export type { BuildOptions } from './provenance.js'
export * from './render.js'
export {
  collectScorecard,
  type MunicipalityScorecard,
  type RankedMunicipality,
  type ScorecardChoice,
  type TakenPractice,
} from './scorecard/collect.js'
export { composeScorecard, municipalityScorecard, type ScorecardOptions } from './scorecard/compose.js'
export type { Place } from './scorecard/place.js'
export type { OwnPractice, ProjectsOn, Work, WorkPoint } from './scorecard/work.js'
export * from './summary/collect.js'
export { composeSummary, regionalSummary } from './summary/compose.js'
export { quarterEnds } from './summary/quarters.js'
