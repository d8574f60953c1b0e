export { type MysqlStorage, mysql } from './mysql.js'
export type {
  MysqlConnection,
  MysqlExecutor,
  MysqlOptions,
  MysqlPool,
  MysqlStatement,
} from './options.js'
