export type {
  PostgresClient,
  PostgresExecutor,
  PostgresPool,
  PostgresResult,
  PostgresValue,
} from './executor.js'
export type { PostgresOptions } from './options.js'
export { type PgliteDatabase, pglitePool } from './pglite.js'
export { type PostgresStorage, postgres } from './postgres.js'
export type { MigrationOptions } from './schema.js'
