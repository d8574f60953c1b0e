import type { DataIssue, Path } from '@tirazh/spec'
import { groups, type Kind } from './language.js'
import { nearest } from './nearest.js'

/** What is wrong with the shape of a policy: its code, what was found and what is wanted. */
export type Fault = readonly [code: FaultCode, found?: unknown, wanted?: Kind]

export type FaultCode =
  | 'POLICY_JSON'
  | 'POLICY_TYPE'
  | 'POLICY_OP_UNKNOWN'
  | 'POLICY_DATE'
  | 'POLICY_KEY_UNKNOWN'
  | 'POLICY_KEY_MISSING'
  | 'POLICY_NAME_FORBIDDEN'
  | 'POLICY_ID_REPEATED'
  | 'POLICY_EMPTY'
  | 'POLICY_TYPES_MIXED'
  | 'POLICY_OWN_MEMBER'
  | 'POLICY_TOO_DEEP'
  | 'POLICY_TOO_LARGE'
  | 'POLICY_TOO_COSTLY'
  | 'POLICY_DATES_ORDER'
  | 'POLICY_DATES_GAP'
  | 'POLICY_DATES_OVERLAP'
  | 'POLICY_ISSUES_MORE'

type Sentences = readonly [ru: string, en: string]

const wrong: Sentences = ['Здесь нужно: #, а стоит: @.', 'This must be # but is @.']
const over: Sentences = ['Больше предела #: @. Сократите.', 'Over the limit #: @. Shorten it.']
const apart: Sentences = [
  'Периоды не стыкуются: нужно # вместо @.',
  'The periods do not meet: write # instead of @.',
]

/** What to say, with the remedy: `@` stands for what was found and `#` for what is wanted. */
const sentences: Readonly<Record<FaultCode, Sentences>> = {
  POLICY_JSON: ['Исправьте JSON: @.', 'Mend the JSON: @.'],
  POLICY_TYPE: wrong,
  POLICY_OP_UNKNOWN: wrong,
  POLICY_DATE: wrong,
  POLICY_KEY_UNKNOWN: ['Лишний ключ @; есть: #.', 'There is no key @; there are: #.'],
  POLICY_KEY_MISSING: ['Нет ключа @: нужно #.', 'The key @ is missing: give #.'],
  POLICY_NAME_FORBIDDEN: ['Имя @ запрещено: выберите другое.', 'The name @ is forbidden: choose another.'],
  POLICY_ID_REPEATED: ['Имя @ занято: выберите другое.', 'The name @ is taken: choose another.'],
  POLICY_EMPTY: ['Пусто: заполните или уберите.', 'Empty: fill it in or remove it.'],
  POLICY_TYPES_MIXED: ['Значения разных типов: оставьте один.', 'Values of different types: keep to one.'],
  POLICY_OWN_MEMBER: ['Объект внутри себя: нужна копия.', 'An object inside itself: put a copy.'],
  POLICY_TOO_DEEP: over,
  POLICY_TOO_LARGE: over,
  POLICY_TOO_COSTLY: over,
  POLICY_DATES_ORDER: ['Нужна дата позже #, не @.', 'A date after # is needed, not @.'],
  POLICY_DATES_GAP: apart,
  POLICY_DATES_OVERLAP: apart,
  POLICY_ISSUES_MORE: ['Ещё @: сначала исправьте эти.', '@ more: mend these first.'],
}

export function issueOf([code, found, wanted = { words: [] }]: Fault, path: Path = []): DataIssue {
  const words = wordsOf(wanted)
  const meant = typeof found === 'string' && words.length > 1 ? nearest(found, words) : undefined
  const [ru, en] = sentences[code]
  const [wantedRu, wantedEn] = expected(wanted, words)
  const put = (pattern: string, expected: string): string =>
    pattern.replace(/[@#]/g, (mark) => (mark === '@' ? shown(found) : expected))
  return {
    code,
    path,
    message: {
      ru: put(ru, wantedRu) + (meant ? ` Может быть, ${meant}?` : ''),
      en: put(en, wantedEn) + (meant ? ` Did you mean ${meant}?` : ''),
    },
  }
}

function wordsOf(kind: Kind): readonly string[] {
  if (typeof kind === 'string') return []
  if ('words' in kind) return kind.words
  return 'group' in kind ? Object.keys(groups[kind.group]) : []
}

function expected(kind: Kind, words: readonly string[]): readonly [ru: string, en: string] {
  if (typeof kind === 'string') return names[kind]
  const listed = words.join(' | ')
  if ('words' in kind) return [listed, listed]
  if ('group' in kind) return [`объект с op ${listed}`, `an object with op ${listed}`]
  return names['list' in kind ? 'list' : 'object']
}

const names = {
  name: ['имя', 'a name'],
  line: ['текст', 'a text'],
  value: ['текст, конечное число, true или false', 'a text, a finite number, true or false'],
  whole: ['целое число', 'a whole number'],
  date: ['день календаря ГГГГ-ММ-ДД', 'a day of the calendar YYYY-MM-DD'],
  list: ['список', 'a list'],
  object: ['простой объект', 'a plain object'],
} as const

/** A value in a sentence: short whatever it is, and without running code of its own. */
function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.slice(0, 90))
  if (Array.isArray(value)) return '[…]'
  return value !== null && ['object', 'function'].includes(typeof value) ? typeof value : String(value)
}
