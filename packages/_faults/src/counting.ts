import { type LogEntry, openProgramme, type Programme, type Retry, type Written } from '@tirazh/core'
import { nizhnyNovgorod } from '@tirazh/region-nizhny-novgorod'
import type { StorageAdapter } from '@tirazh/spec'

/** Opens a programme whose units of work all count in the same records. */
export function openCounting(storage: StorageAdapter, retry?: Retry): Promise<Programme> {
  return openProgramme({ storage, region: nizhnyNovgorod, ...(retry && { retry }) })
}

/** A unit of work adds one to the population of this town … */
const town = { id: '22701000', name: 'Нижний Новгород', type: 'urban-okrug' } as const
/** … and writes its own id as the title of each of these projects. */
const projects = ['П-1', 'П-2', 'П-3', 'П-4'] as const

/**
 * Runs one unit of work, which changes five records, or nothing where `wants` says so.
 * @throws as `transact` does, and what `wants` throws
 */
export function count(
  programme: Programme,
  unit: string,
  wants: () => boolean = () => true,
): Promise<Written<number>> {
  return programme.transact(
    programme.region.id,
    async (work) => {
      const population = ((await work.get('municipality', town.id))?.population ?? 0) + 1
      if (!wants()) return population - 1
      work.put('municipality', { ...town, population })
      for (const id of projects) work.put('project', { id, title: unit, municipality: town.id })
      return population
    },
    { by: 'М. Иванова', unit },
  )
}

/** What a store holds after whatever happened to it. */
export interface Standing {
  /** What has been counted. */
  readonly count: number
  /** The units of the log, oldest first. */
  readonly units: readonly string[]
  /** Whatever does not agree: half a unit, a unit that is there twice, a broken chain. Empty if all is well. */
  readonly problems: readonly string[]
}

/** Holds everything a store has against its log. @throws STORAGE_FAILED */
export async function inspect(programme: Programme): Promise<Standing> {
  const entries: LogEntry[] = []
  for await (const entry of programme.log()) entries.push(entry)
  const units = entries.map(({ unit }) => unit)
  const { records } = await programme.snapshot()
  const counted = records.municipality.find(({ id }) => id === town.id)?.population ?? 0
  const { problems } = await programme.verify()
  return {
    count: counted,
    units,
    problems: [
      ...problems.map(({ code, message }) => `${code}: ${message.en}`),
      ...gaps(entries),
      ...repeated(units).map((unit) => `The unit ${unit} is in the log more than once.`),
      ...entries.filter(isHalf).map(({ unit }) => `The unit ${unit} has not changed all of its records.`),
      ...records.project
        .filter(({ title }) => title !== units.at(-1))
        .map(({ id, title }) => `The project ${id} is as ${title} left it, not as the last unit did.`),
      ...(counted === units.length ? [] : [`${units.length} units have counted to ${counted}.`]),
    ],
  }
}

function isHalf({ created, updated, deleted }: LogEntry): boolean {
  return created + updated !== 1 + projects.length || deleted !== 0
}

function gaps(entries: readonly LogEntry[]): string[] {
  return entries.flatMap(({ sequence }, index) =>
    sequence === index + 1 ? [] : [`Line ${index + 1} of the log is number ${sequence}.`],
  )
}

function repeated(units: readonly string[]): string[] {
  const seen = new Set<string>()
  return units.filter((unit) => {
    const again = seen.has(unit)
    seen.add(unit)
    return again
  })
}
