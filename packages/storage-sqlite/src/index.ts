export type { SqliteHandle, SqliteStatement, SqliteValue } from './handle.js'
export type { SqliteFile, SqliteOptions, SqliteShared } from './options.js'
export { sqlite } from './sqlite.js'
