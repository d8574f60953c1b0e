export type { SqliteHandle, SqliteStatement, SqliteValue } from './handle.js'
export type { SqliteFile, SqliteOptions, SqliteShared } from './options.js'
export { type SqliteStorage, sqlite } from './sqlite.js'
