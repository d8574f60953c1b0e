import { installBetterSqlite3 } from './better-sqlite3.js'
import { install, office, servers } from './install.js'

/** With `office`: the programs that open the files of reports; otherwise the servers. */
if (process.argv.includes('office')) {
  await install(office, console.log)
} else {
  await install(servers, console.log)
  await installBetterSqlite3(console.log)
}
