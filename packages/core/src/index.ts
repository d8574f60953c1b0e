export * from './catalogues/catalogue.js'
export * from './catalogues/metrics.js'
export * from './catalogues/statuses.js'
export * from './catalogues/tools.js'
export * from './certification.js'
export * from './dates.js'
export * from './effects.js'
export * from './facts/practice-facts.js'
export * from './facts/practice-model.js'
export type { PracticeRecords } from './facts/practice-records.js'
export { canonicalJson } from './journal/canonical.js'
export {
  type Checkpoint,
  checkpointText,
  type Ed25519Key,
  ed25519Signer,
  isSignedBy,
  parseCheckpoint,
  type Signer,
} from './journal/checkpoint.js'
export type { Change, LogEntry, LogHead } from './journal/entries.js'
export type { Author, Retry, Written } from './journal/journal.js'
export { exportNdjson, importNdjson } from './journal/ndjson.js'
export type { Transferred } from './journal/replay.js'
export { jitteredRetry } from './journal/retry.js'
export { type TransferOptions, transfer } from './journal/transfer.js'
export type { ChangeOptions, UnitOfWork } from './journal/unit-of-work.js'
export type { LogCheck, LogProblem, LogProblemCode, TrustedCheckpoint } from './journal/verify.js'
export * from './oktmo.js'
export { assertPortable, documentLimits } from './portable.js'
export * from './programme.js'
export { decideAllStored, type StoredRecords } from './pushdown/decide-all.js'
export * from './records/check-records.js'
export { recordNouns } from './records/nouns.js'
export type { Parsed, Schema } from './records/schema.js'
export { schemas } from './records/schemas.js'
export * from './records/types.js'
export * from './region.js'
export * from './snapshot.js'
export type { SavedChanges } from './stored.js'
export * from './territory.js'
