export {
  type Dialect,
  dialects,
  quoted,
  type SqlDatabase,
  type SqlRow,
  type SqlValue,
} from './databases/database.js'
export { openDatabase, whyMissing } from './databases/open.js'
