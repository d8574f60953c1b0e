import {
  type Certificate,
  type CertificateLevel,
  type Coverage,
  certificateLevels,
  type DoubtfulCertificate,
  doubtfulCertificates,
  idsOf,
  isFinished,
  isValid,
  type Municipality,
  type PracticeFacts,
  type Project,
  type ProjectResult,
  projectResults,
  type ReleasedCapacity,
  releasedCapacity,
  type Snapshot,
} from '@tirazh/core'
import { countOver, evidenceOver } from '@tirazh/rules'
import type { PlainDate, Truth, Verdict } from '@tirazh/spec'

/** The figures of a regional summary with the records behind each, before any wording. */
export interface RegionalSummary {
  readonly asOf: PlainDate
  /** The practices published by the day. */
  readonly practices: readonly PracticeLine[]
  /** The codes of the published practices by verdict, for each policy. */
  readonly verdicts: Readonly<Record<PolicyId, VerdictLists>>
  /** Finished projects: each is one process improved, accelerated or simplified. */
  readonly processes: {
    readonly finished: readonly Project[]
    readonly byResult: Readonly<Record<ProjectResult, number>>
  }
  /** Practice × municipality pairs in force: the sum of the lower ends over all practices. */
  readonly adoptions: { readonly active: number; readonly records: readonly string[] }
  readonly capacity: ReleasedCapacity
  readonly territory: {
    readonly municipalities: readonly Municipality[]
    readonly coverage: Coverage
    /** How many practices each municipality uses, by its code of the day. */
    readonly practicesIn: ReadonlyMap<string, number>
    /** What each existing municipality takes over and gives. */
    readonly lines: readonly MunicipalityLine[]
  }
  readonly certificates: {
    readonly valid: Readonly<Record<CertificateLevel, readonly Certificate[]>>
    readonly doubtful: readonly DoubtfulCertificate[]
  }
  /** The three counters at earlier days, oldest first; the last is the day itself. */
  readonly history: readonly CountersOn[]
}

/** The three counters on a day. */
export interface CountersOn {
  readonly on: PlainDate
  readonly finished: number
  readonly replicated: number
  readonly adoptions: number
}

/** A municipality on the day. Codes of predecessors count for it. */
export interface MunicipalityLine {
  readonly municipality: Municipality
  /** The adoptions in force there, one for each practice. */
  readonly inUse: readonly string[]
  /** The published practices that come from there. */
  readonly authored: readonly string[]
  readonly replicated: readonly string[]
}

export type PolicyId = 'replication' | 'regional' | 'federal'

export interface VerdictLists {
  readonly met: readonly string[]
  readonly unknown: readonly string[]
  readonly unmet: readonly string[]
}

/** One practice on the day. */
export interface PracticeLine {
  readonly practice: PracticeFacts
  /** In how many municipalities it is in force: certainly, and at most (`null` where there is no limit). */
  readonly municipalities: { readonly low: number; readonly high: number | null }
  readonly status: Readonly<Record<PolicyId, Truth>>
}

/** Computes the summary of a region for a day. */
export function collectSummary(
  snapshot: Snapshot,
  { asOf, history = [] }: { readonly asOf: PlainDate; readonly history?: readonly PlainDate[] },
): RegionalSummary {
  const { records, territory } = snapshot
  const lines: PracticeLine[] = []
  const counted: string[] = []
  const inUse = new Map<string, string[]>()
  let active = 0
  for (const practice of snapshot.practices) {
    const verdict = snapshot.assess('replication', practice.id, { asOf })
    const municipalities = municipalitiesOf(verdict)
    active += municipalities.low
    for (const witness of firstWitnesses(verdict)) {
      counted.push(witness.record.id)
      push(inUse, String(witness.value), witness.record.id)
    }
    if (practice.publishedOn === undefined || practice.publishedOn > asOf) continue
    const status = {
      replication: verdict.status,
      regional: snapshot.decide('regional', practice.id, { asOf }).status,
      federal: snapshot.decide('federal', practice.id, { asOf }).status,
    }
    lines.push({ practice, municipalities, status })
  }
  const finished = records.project.filter((project) => isFinished(project, asOf))
  const municipalities = territory.municipalitiesOn(asOf)
  const authored = new Map<string, PracticeLine[]>()
  for (const line of lines) push(authored, territory.successionOf(line.practice.author, asOf).to, line)
  return {
    asOf,
    practices: lines,
    verdicts: {
      replication: listsOf('replication', lines),
      regional: listsOf('regional', lines),
      federal: listsOf('federal', lines),
    },
    processes: {
      finished,
      byResult: tally(
        idsOf(projectResults),
        (result) => finished.filter((each) => each.result === result).length,
      ),
    },
    adoptions: { active, records: counted },
    capacity: releasedCapacity(records.project, asOf),
    territory: {
      municipalities,
      coverage: territory.coverageOn(asOf),
      practicesIn: new Map([...inUse].map(([code, adoptions]) => [code, adoptions.length])),
      lines: municipalities.map((municipality) => {
        const own = authored.get(municipality.id) ?? []
        const met = own.filter((line) => line.status.replication === 'met')
        return {
          municipality,
          inUse: inUse.get(municipality.id) ?? [],
          authored: own.map((line) => line.practice.id),
          replicated: met.map((line) => line.practice.id),
        }
      }),
    },
    certificates: {
      valid: tally(idsOf(certificateLevels), (level) =>
        records.certificate.filter((each) => each.level === level && isValid(each, asOf)),
      ),
      doubtful: doubtfulCertificates(records.certificate, asOf, (level, practice) =>
        snapshot.decide(level, practice, { asOf }),
      ),
    },
    history: history.map((on) => countersOn(snapshot, on)),
  }
}

/** The interval of the count that the replication rule compares. */
export function municipalitiesOf(verdict: Verdict): PracticeLine['municipalities'] {
  const measured = verdict.finding === null ? undefined : countOver('adoptions', verdict.finding)?.actual
  const low = typeof measured?.low === 'number' ? measured.low : 0
  return { low, high: typeof measured?.high === 'number' ? measured.high : null }
}

/** One counted adoption for each municipality of a replication verdict. */
export function firstWitnesses(verdict: Verdict): { record: { id: string }; value?: unknown }[] {
  const evidence = verdict.finding === null ? undefined : evidenceOver('adoptions', verdict.finding)
  return (evidence?.counted ?? []).filter(
    (witness) => witness.sameAs === undefined && witness.value !== undefined,
  )
}

function countersOn(snapshot: Snapshot, on: PlainDate): CountersOn {
  const published = new Set(snapshot.publishedOn(on).map((practice) => practice.id))
  let replicated = 0
  let adoptions = 0
  for (const { id } of snapshot.practices) {
    const verdict = snapshot.assess('replication', id, { asOf: on })
    adoptions += municipalitiesOf(verdict).low
    if (verdict.status === 'met' && published.has(id)) replicated++
  }
  const finished = snapshot.records.project.filter((project) => isFinished(project, on)).length
  return { on, finished, replicated, adoptions }
}

function push<Item>(groups: Map<string, Item[]>, key: string, item: Item): void {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [item])
  else group.push(item)
}

function listsOf(policy: PolicyId, lines: readonly PracticeLine[]): VerdictLists {
  const withStatus = (status: Truth): string[] =>
    lines.filter((line) => line.status[policy] === status).map((line) => line.practice.id)
  return { met: withStatus('met'), unknown: withStatus('unknown'), unmet: withStatus('unmet') }
}

function tally<Id extends string, Value>(ids: readonly Id[], of: (id: Id) => Value): Record<Id, Value> {
  return Object.fromEntries(ids.map((id) => [id, of(id)])) as Record<Id, Value>
}
