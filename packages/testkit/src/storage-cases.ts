import { commits } from './cases/commits.js'
import { documents } from './cases/documents.js'
import { durable } from './cases/durable.js'
import { finding } from './cases/finding.js'
import { guards } from './cases/guards.js'
import { histories } from './cases/histories.js'
import { keys } from './cases/keys.js'
import { life } from './cases/life.js'
import { reading } from './cases/reading.js'
import { sql } from './cases/sql.js'
import { where } from './cases/where.js'
import { within } from './cases/within.js'
import type { StorageCase } from './storage-case.js'

/** Everything that an adapter must prove, from the simplest to the most demanding. */
export const storageCases: readonly StorageCase[] = [
  ...life,
  ...reading,
  ...documents,
  ...guards,
  ...commits,
  ...keys,
  ...finding,
  ...where,
  ...durable,
  ...within,
  ...sql,
  ...histories,
]
