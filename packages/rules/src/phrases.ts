import type { Comparison, Locale, ValueType } from '@tirazh/spec'

/** The words that explanations are made of, in one place per language. */
export interface Phrases {
  readonly comparison: Readonly<Record<Comparison, string>>
  readonly dateComparison: Readonly<Record<Comparison, string>>
  readonly yes: string
  readonly no: string
  readonly unknown: string
  readonly recorded: string
  readonly notRecorded: string
  /** There are values, but nothing follows from them: a change from 0. */
  readonly notComputable: string
  readonly or: string
  readonly unknownCount: string
  readonly allOf: string
  readonly anyOf: string
  readonly notInForce: string
  readonly counted: string
  readonly pending: string
  readonly rejected: string
  readonly countedOnce: string
  outOf(found: string, required: string): string
  need(required: string): string
  atLeastOf(count: string): string
  negated(condition: string): string
  absent(title: string): string
  /** The thing that is missing and whose it is. */
  absentAt(what: string, record: string): string
  allMet(count: string): string
  someMet(count: string): string
  notApplicable(subject: string): string
  unclear(subject: string): string
  /** What stands in a field and cannot be used. */
  unusable(title: string, found: string): string
  more(count: string): string
  merged(from: string, to: string, on: string): string
  sameAs(record: string): string
  upTo(low: string): string
}

export const phrases: Readonly<Record<Locale, Phrases>> = {
  ru: {
    comparison: {
      '=': 'равно',
      '!=': 'отличное от',
      '<': 'менее',
      '<=': 'не более',
      '>': 'более',
      '>=': 'не менее',
    },
    dateComparison: {
      '=': 'в день',
      '!=': 'не в день',
      '<': 'раньше',
      '<=': 'не позже',
      '>': 'позже',
      '>=': 'не раньше',
    },
    yes: 'да',
    no: 'нет',
    unknown: 'неизвестно',
    recorded: 'сведения есть',
    notRecorded: 'сведений нет',
    notComputable: 'не вычисляется (база равна 0)',
    or: ' или ',
    unknownCount: 'сведений нет',
    allOf: 'выполнены все условия',
    anyOf: 'выполнено хотя бы одно из условий',
    notInForce: 'на эту дату правило ещё не действовало',
    counted: 'Учтено',
    pending: 'Может быть учтено, но не хватает сведений',
    rejected: 'Не учтено',
    countedOnce: 'считается один раз',
    outOf: (found, required) => `${found} из ${required}`,
    need: (required) => `требуется ${required}`,
    atLeastOf: (count) => `выполнено условий: не менее ${count}`,
    negated: (condition) => `не должно быть так: ${condition}`,
    absent: (title) => `не указано «${title}»`,
    absentAt: (what, record) => `${what}: ${record}`,
    allMet: (count) => `выполнены все условия: ${count}`,
    someMet: (count) => `выполнено условий: ${count}`,
    notApplicable: (subject) => `на эту дату правило к «${subject}» не применяется`,
    unclear: (subject) => `не хватает сведений, чтобы сказать, применяется ли правило к «${subject}»`,
    unusable: (title, found) => `значение «${found}» поля «${title}» непригодно`,
    more: (count) => `и ещё ${count}`,
    merged: (from, to, on) => `${from} с ${on} входит в ${to}`,
    sameAs: (record) => `совпадает с ${record}`,
    upTo: (low) => `не менее ${low}`,
  },
  en: {
    comparison: {
      '=': 'equal to',
      '!=': 'other than',
      '<': 'less than',
      '<=': 'at most',
      '>': 'more than',
      '>=': 'at least',
    },
    dateComparison: {
      '=': 'on',
      '!=': 'not on',
      '<': 'before',
      '<=': 'no later than',
      '>': 'after',
      '>=': 'no earlier than',
    },
    yes: 'yes',
    no: 'no',
    unknown: 'unknown',
    recorded: 'recorded',
    notRecorded: 'not recorded',
    notComputable: 'cannot be computed (the base is 0)',
    or: ' or ',
    unknownCount: 'nothing recorded',
    allOf: 'all conditions are met',
    anyOf: 'at least one of the conditions is met',
    notInForce: 'the rule was not in force yet on this date',
    counted: 'Counted',
    pending: 'May count, but information is missing',
    rejected: 'Not counted',
    countedOnce: 'counted once',
    outOf: (found, required) => `${found} out of ${required}`,
    need: (required) => `${required} required`,
    atLeastOf: (count) => `at least ${count} of the conditions are met`,
    negated: (condition) => `it is not so that ${condition}`,
    absent: (title) => `“${title}” is not recorded`,
    absentAt: (what, record) => `${what}: ${record}`,
    allMet: (count) => `all conditions are met: ${count}`,
    someMet: (count) => `conditions met: ${count}`,
    notApplicable: (subject) => `the rule does not apply to “${subject}” on this date`,
    unclear: (subject) => `too little is recorded to say whether the rule applies to “${subject}”`,
    unusable: (title, found) => `the value “${found}” of “${title}” cannot be used`,
    more: (count) => `and ${count} more`,
    merged: (from, to, on) => `${from} has been part of ${to} since ${on}`,
    sameAs: (record) => `the same as ${record}`,
    upTo: (low) => `at least ${low}`,
  },
}

/** The word for a comparison: «не позже» for dates, «не менее» for numbers. */
export function comparisonWord(words: Phrases, comparison: Comparison, type: ValueType): string {
  return (type === 'date' ? words.dateComparison : words.comparison)[comparison]
}
