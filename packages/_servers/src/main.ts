import { installBetterSqlite3 } from './better-sqlite3.js'
import { install } from './install.js'

await install(console.log)
await installBetterSqlite3(console.log)
