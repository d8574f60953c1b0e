import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isPlainDate } from '@tirazh/core'
import type { Locale, PlainDate } from '@tirazh/spec'
import { type FormatName, formatNames } from './formats.js'

/** What the command was asked to do. */
export interface Arguments {
  /** The folder with the register files. */
  readonly register: string
  /** Whether it is the register that comes with the example. */
  readonly bundled: boolean
  /** Ascending. Reports are about the last one. */
  readonly dates: readonly PlainDate[]
  /** How many municipalities make a practice replicated; the region's rule if left out. */
  readonly threshold: number | undefined
  readonly languages: readonly Locale[]
  readonly formats: readonly FormatName[]
  readonly storage: 'memory' | 'sqlite'
  readonly out: string
  /** Take the valid records and leave the others out, instead of refusing the whole register. */
  readonly acceptValid: boolean
}

export type Parsed =
  | { readonly kind: 'run'; readonly arguments: Arguments }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] }

export const usage: string = `Register files in, explained verdicts and reports out.

  npm run demo -- [options]

  --register <folder>      the register files (default: the bundled demonstration register)
  --as-of <date>[,<date>]  the days of the figures, YYYY-MM-DD; reports are about the last one
                           (default: 2024-12-31,2025-03-31,2025-12-24)
  --threshold <n>          municipalities that make a practice replicated (default: the region's rule)
  --lang ru|en             the language of the reports (default: both)
  --formats <f>[,<f>]      ${formatNames.join(', ')} (default: all)
  --storage memory|sqlite  where records are kept (default: memory; sqlite: <out>/programme.db)
  --out <folder>           where reports go (default: out)
  --accept-valid           leave out what is not valid instead of refusing the register
  --help                   this text`

/** Reads the command line. All problems are found at once. */
export function parseArguments(argv: readonly string[], bundledRegister: string): Parsed {
  let values: ReturnType<typeof read>
  try {
    values = read(argv)
  } catch (error) {
    return { kind: 'wrong', problems: [error instanceof Error ? error.message : String(error)] }
  }
  if (values.help) return { kind: 'help' }
  const problems: string[] = []
  const dates = values['as-of'].split(',').map((text) => text.trim())
  for (const text of dates) {
    if (!isPlainDate(text)) problems.push(`--as-of: '${text}' is not a calendar day; write YYYY-MM-DD.`)
  }
  const threshold = values.threshold === undefined ? undefined : Number(values.threshold)
  if (values.threshold !== undefined && !/^[1-9]\d{0,8}$/.test(values.threshold)) {
    problems.push(`--threshold: '${values.threshold}' is not a whole number above 0.`)
  }
  const { lang, storage } = values
  const asked = values.formats?.split(',').map((text) => text.trim())
  for (const text of asked ?? []) {
    if (!formatNames.some((name) => name === text)) {
      problems.push(`--formats: '${text}' is none of ${formatNames.join(', ')}.`)
    }
  }
  if (lang !== undefined && lang !== 'ru' && lang !== 'en')
    problems.push(`--lang: '${lang}' is neither ru nor en.`)
  if (storage !== 'memory' && storage !== 'sqlite') {
    problems.push(`--storage: '${storage}' is neither memory nor sqlite.`)
  }
  if (problems.length > 0) return { kind: 'wrong', problems }
  return {
    kind: 'run',
    arguments: {
      register: values.register ?? bundledRegister,
      bundled: values.register === undefined || resolve(values.register) === resolve(bundledRegister),
      dates: [...new Set(dates.filter(isPlainDate))].sort(),
      threshold,
      languages: lang === 'ru' || lang === 'en' ? [lang] : ['ru', 'en'],
      formats: formatNames.filter((name) => asked?.includes(name) ?? true),
      storage: storage === 'sqlite' ? 'sqlite' : 'memory',
      out: values.out,
      acceptValid: values['accept-valid'],
    },
  }
}

function read(argv: readonly string[]): {
  register?: string | undefined
  'as-of': string
  threshold?: string | undefined
  lang?: string | undefined
  formats?: string | undefined
  storage: string
  out: string
  'accept-valid': boolean
  help: boolean
} {
  return parseArgs({
    args: [...argv],
    options: {
      register: { type: 'string' },
      'as-of': { type: 'string', default: '2024-12-31,2025-03-31,2025-12-24' },
      threshold: { type: 'string' },
      lang: { type: 'string' },
      formats: { type: 'string' },
      storage: { type: 'string', default: 'memory' },
      out: { type: 'string', default: 'out' },
      'accept-valid': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values
}
