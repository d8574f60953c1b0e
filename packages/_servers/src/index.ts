export { betterSqlite3 } from './better-sqlite3.js'
export { type GaleraCluster, type GaleraOptions, startGalera } from './galera.js'
export { type MariadbOptions, type MariadbRow, type MariadbServer, startMariadb } from './mariadb.js'
export { type Engine, whyMissing } from './missing.js'
export { type PgBouncer, type PgBouncerOptions, startPgBouncer } from './pgbouncer.js'
export { mysqlPool, PostgresClient, postgresPool } from './pools.js'
export {
  type PostgresOptions,
  type PostgresRow,
  type PostgresServer,
  startDebianPostgres,
  startPostgres,
} from './postgres.js'
export { type PostgresPair, startPostgresPair } from './postgres-pair.js'
export { type TcpProxy, tcpProxy, type Which } from './tcp-proxy.js'
