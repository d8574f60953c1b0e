import type { DataIssue, Text } from '@tirazh/spec'
import { isOktmo, oktmoCheckDigit } from '../oktmo.js'
import { recordNouns } from './nouns.js'
import { referencesOf } from './references.js'
import { type Municipality, type RecordKind, type Records, recordKinds } from './types.js'

/** A problem of records with each other, at one record. */
export interface RecordIssue extends DataIssue {
  readonly kind: RecordKind
  /** The position of the record within its kind, because ids may repeat. */
  readonly index: number
  readonly id: string
  /** An error keeps the record out; a warning only says that somebody should look. */
  readonly severity: 'error' | 'warning'
}

/** Every reference that leads nowhere, id that repeats and succession that runs in a circle. */
export function checkRecords(records: Records): RecordIssue[] {
  const issues: RecordIssue[] = []
  const report = (
    kind: RecordKind,
    index: number,
    path: DataIssue['path'],
    code: string,
    message: Text,
    severity: RecordIssue['severity'] = 'error',
  ): void => {
    issues.push({ kind, index, id: records[kind][index]?.id ?? '', path, code, message, severity })
  }
  const known = {} as Record<RecordKind, Set<string>>
  for (const kind of Object.keys(records) as RecordKind[]) {
    const seen = new Set<string>()
    records[kind].forEach(({ id }, index) => {
      if (seen.has(id)) {
        report(kind, index, ['id'], 'ID_REPEATED', {
          ru: `Код «${id}» уже встречался: исправьте один из двух.`,
          en: `The id '${id}' stands here a second time: correct one of the two.`,
        })
      }
      seen.add(id)
    })
    known[kind] = seen
  }
  for (const kind of recordKinds) {
    for (const [index, record] of records[kind].entries()) {
      for (const { path, to, id } of referencesOf(kind, record)) {
        if (known[to].has(id)) continue
        report(kind, index, path, 'REFERENCE_UNKNOWN', {
          ru: `Нет записи «${id}» (${recordNouns[to].ru.one}): исправьте код или добавьте запись.`,
          en: `There is no ${recordNouns[to].en.one} '${id}': correct the code or add the record.`,
        })
      }
    }
  }

  const circles = circlesOf(records.municipality)
  records.municipality.forEach((each, index) => {
    const circle = circles.get(each.id)
    if (circle !== undefined) {
      report('municipality', index, ['successor'], 'SUCCESSION_CIRCLE', {
        ru: `Правопреемники идут по кругу: ${circle.join(' → ')}. Уберите правопреемника у последнего.`,
        en: `The successors run in a circle: ${circle.join(' → ')}. Remove the successor of the last one.`,
      })
    }
    if (each.dissolvedOn !== undefined && each.successor === undefined) {
      const message = {
        ru: 'Не указан правопреемник: записи о муниципалитете останутся при его прежнем коде.',
        en: 'There is no successor: records about the municipality stay with its former code.',
      }
      report('municipality', index, ['successor'], 'SUCCESSOR_MISSING', message, 'warning')
    }
    if (each.checkDigit === undefined || !isOktmo(each.id)) return
    const digit = oktmoCheckDigit(each.id)
    if (digit === each.checkDigit) return
    const message = {
      ru: `Контрольное число ${each.checkDigit}, по правилу ${digit}: сверьте код с классификатором.`,
      en: `The check digit is ${each.checkDigit}, by the rule ${digit}: compare the code with the classifier.`,
    }
    report('municipality', index, ['checkDigit'], 'OKTMO_CHECK_DIGIT', message, 'warning')
  })
  const unpublished = new Set(
    records.practice.filter((each) => each.publishedOn === undefined).map((each) => each.id),
  )
  records.adoption.forEach((each, index) => {
    if (!unpublished.has(each.practice)) return
    report('adoption', index, ['practice'], 'PRACTICE_UNPUBLISHED', {
      ru: `Практика «${each.practice}» не опубликована: укажите день публикации или уберите запись.`,
      en: `The practice '${each.practice}' is not published: give its publication date or remove the record.`,
    })
  })
  return issues
}

/** The circle of each municipality that is part of one, by its first codes. Every municipality is passed once. */
function circlesOf(municipalities: readonly Municipality[]): ReadonlyMap<string, readonly string[]> {
  const successors = new Map(municipalities.map((each) => [each.id, each.successor]))
  const circles = new Map<string, readonly string[]>()
  const passed = new Set<string>()
  for (const { id } of municipalities) {
    const trail = new Set<string>()
    let current: string | undefined = id
    while (current !== undefined && !passed.has(current)) {
      passed.add(current)
      trail.add(current)
      current = successors.get(current)
    }
    if (current === undefined || !trail.has(current)) continue
    const members = [...trail].slice([...trail].indexOf(current))
    members.forEach((member, index) => {
      const next = [0, 1, 2, 3].map((step) => members[(index + step) % members.length] ?? member)
      circles.set(
        member,
        members.length > 4 ? [...next, '…', member] : [...next.slice(0, members.length), member],
      )
    })
  }
  return circles
}
