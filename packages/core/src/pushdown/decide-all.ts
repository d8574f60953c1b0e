import type { Dates, SqlDecision } from '@tirazh/rules'
import {
  type Instant,
  isTirazhError,
  type Querying,
  type SqlDialect,
  type StorageAdapter,
} from '@tirazh/spec'
import type { Region } from '../region.js'
import type { Snapshot } from '../snapshot.js'
import { decideInProcess } from './in-process.js'
import { decisionStatement, type Question, readDecisions, successionStatement } from './statements.js'

/** Where the records are, and how they are loaded where the storage answers no SQL. */
export interface StoredRecords {
  readonly storage: StorageAdapter
  /** The first part of the keys. */
  readonly space: string
  readonly region: Region
  /** All records of the space at one moment: now, or as they had been recorded. */
  snapshot(options: { readonly knownAt?: Instant }): Promise<Snapshot>
}

/**
 * The decision about every practice of a space, by its id, in the order of the ids. Where the storage
 * answers SQL the policy is decided there, by one statement over the documents, and no document leaves the
 * store; everywhere else the records are loaded and decided in process. Both give the same decisions: the
 * records are also loaded for a question that the statement cannot answer, which is one about what had been
 * recorded by an instant, or documents that are not of this version, or a policy too large for the database.
 * @throws POLICY_UNKNOWN, STORAGE_CLOSED, STORAGE_FAILED, RECORD_INVALID; TypeError for what is no day
 */
export async function decideAllStored(
  records: StoredRecords,
  policy: string,
  dates: Dates,
): Promise<ReadonlyMap<string, SqlDecision>> {
  const { storage, space, region, snapshot } = records
  const { knownAt } = dates
  if (knownAt === undefined && answersSql(storage)) {
    const decisions = await pushedDown(storage, { space, policies: region.policies, policy, dates })
    if (decisions !== undefined) return decisions
  }
  return decideInProcess(await snapshot(knownAt === undefined ? {} : { knownAt }), policy, dates)
}

type SqlStorage = Querying & { readonly supports: { readonly sql: SqlDialect } }

function answersSql(storage: StorageAdapter): storage is StorageAdapter & SqlStorage {
  return storage.supports.sql !== null
}

/** `undefined` where the storage cannot decide. */
async function pushedDown(
  storage: SqlStorage,
  question: Question,
): Promise<ReadonlyMap<string, SqlDecision> | undefined> {
  const { sql } = storage.supports
  try {
    const asked = successionStatement(sql, question.space)
    const successions = await storage.query(asked.text, asked.params)
    const { text, params } = decisionStatement(sql, question, successions)
    return readDecisions(await storage.query(text, params))
  } catch (error) {
    // A database has limits of its own: of the length of a statement, of columns and joins.
    if (isTirazhError(error, 'STORAGE_FAILED') && !error.details.transient) return undefined
    throw error
  }
}
