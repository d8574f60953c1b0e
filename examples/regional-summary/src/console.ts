import { describeIssue, type ImportIssue, type Progress } from '@tirazh/import-spreadsheet'
import { type Formats, formats, type Locale, type Noun } from '@tirazh/spec'
import type { Arguments } from './arguments.js'
import { usage } from './arguments.js'
import type { RunResult } from './run.js'

/** How many issues are printed; the rest is counted. */
const mostIssues = 200

/** The language of the terminal: that of the reports if there is one, else English. */
function languageOf(args: Arguments): Locale {
  return args.languages.length === 1 && args.languages[0] === 'ru' ? 'ru' : 'en'
}

export function printProblems(problems: readonly string[]): void {
  process.stderr.write(`${problems.join('\n')}\n\n${usage}\n`)
}

/** The issues that keep a register out, all of them with their places. */
export function printIssues(issues: readonly ImportIssue[], args: Arguments): void {
  const locale = languageOf(args)
  const f = formats(locale)
  const errors = issues.filter((issue) => issue.severity === 'error').length
  const lines = issues.slice(0, mostIssues).map((issue) => describeIssue(issue, locale))
  const hidden = issues.length - lines.length
  if (hidden > 0)
    lines.push(locale === 'ru' ? `… и ещё ${f.number(hidden)}` : `… and ${f.number(hidden)} more`)
  const verdict =
    locale === 'ru'
      ? `Реестр не принят, ${f.count(errors, errorNoun)}. Ничего не записано.${args.acceptValid ? '' : ' Взять остальное: --accept-valid'}`
      : `The register was refused, ${f.count(errors, errorNoun)}. Nothing was written.${args.acceptValid ? '' : ' To take the rest: --accept-valid'}`
  process.stderr.write(`${lines.join('\n')}\n\n${verdict}\n`)
}

interface Words {
  readonly steps: Readonly<Record<string, string>>
  readonly second: string
  readonly date: string
  readonly published: string
  readonly replicated: string
  readonly unknown: string
  readonly finished: string
  readonly hours: string
  readonly rows: string
  readonly issues: string
  changed(result: RunResult, f: Formats): string
  written(files: string, folder: string): string
  ratio(ratio: string): string
  memory(megabytes: string): string
}

const errorNoun: Noun = {
  ru: { one: 'ошибка', few: 'ошибки', many: 'ошибок' },
  en: { one: 'error', other: 'errors' },
}

const words: Readonly<Record<Locale, Words>> = {
  ru: {
    steps: { read: 'чтение', store: 'запись', load: 'загрузка', evaluate: 'вычисление', report: 'отчёты' },
    second: 'с',
    date: 'На день',
    published: 'опубликовано',
    replicated: 'тиражировано',
    unknown: 'неясно',
    finished: 'процессов',
    hours: 'чел.-ч в год',
    rows: 'строк',
    issues: 'замечаний',
    changed: (result: RunResult, f: Formats) =>
      `создано ${f.number(result.saved.created)}, изменено ${f.number(result.saved.updated)}, удалено ${f.number(result.saved.deleted)}, без изменений ${f.number(result.saved.unchanged)}`,
    written: (files: string, folder: string) => `Файлов в ${folder}: ${files}; начните с`,
    ratio: (ratio: string) => `вычисление : чтение = ${ratio}`,
    memory: (mb: string) => `память до ${mb} МБ`,
  },
  en: {
    steps: { read: 'read', store: 'store', load: 'load', evaluate: 'evaluate', report: 'reports' },
    second: 's',
    date: 'As of',
    published: 'published',
    replicated: 'replicated',
    unknown: 'unknown',
    finished: 'processes',
    hours: 'person-hours a year',
    rows: 'rows',
    issues: 'issues',
    changed: (result: RunResult, f: Formats) =>
      `created ${f.number(result.saved.created)}, updated ${f.number(result.saved.updated)}, deleted ${f.number(result.saved.deleted)}, unchanged ${f.number(result.saved.unchanged)}`,
    written: (files: string, folder: string) => `${files} files in ${folder}; start with`,
    ratio: (ratio: string) => `evaluate : read = ${ratio}`,
    memory: (mb: string) => `memory up to ${mb} MB`,
  },
}

/** A short readable result with the time of each step. */
export function printResult(result: RunResult, args: Arguments): void {
  const locale = languageOf(args)
  const w = words[locale]
  const f = formats(locale)
  const { clock, figures } = result
  const rows = Object.entries(figures.dates).map(([date, day]) => [
    date,
    f.number(day.practicesPublished),
    f.number(day.replicated.met),
    f.number(day.replicated.unknown),
    f.number(day.processesFinished),
    f.number(day.labourHoursReleasedPerYear),
  ])
  const steps = clock.steps.map(
    ({ name, ms }) => `${w.steps[name] ?? name} ${f.number(ms / 1000, 2)} ${w.second}`,
  )
  const ratio = clock.total('evaluate') / Math.max(clock.total('read'), 0.001)
  const start = args.languages.map((language) => `${args.out}/summary.${language}.html`).join(', ')
  const lines = [
    ...result.issues.slice(0, mostIssues).map((issue) => describeIssue(issue, locale)),
    ...table([[w.date, w.published, w.replicated, w.unknown, w.finished, w.hours], ...rows]),
    '',
    `${f.number(result.rows)} ${w.rows}: ${w.changed(result, f)}; ${w.issues}: ${f.number(result.issues.length)}`,
    `${steps.join(' · ')} · ${w.ratio(f.number(ratio, 2))} · ${w.memory(f.number(result.peakMegabytes))}`,
    `${w.written(f.number(result.files), args.out)} ${start}`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  return rows.map((row) => row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join('  '))
}

/** A bar while a person watches; nothing where the output goes to a file. */
export function progressBar(stream: NodeJS.WriteStream): { show(progress: Progress): void; clear(): void } {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined }
  const width = 30
  return {
    show({ bytesRead, bytesTotal, file }) {
      const part = bytesTotal === 0 ? 1 : bytesRead / bytesTotal
      const filled = Math.round(part * width)
      stream.write(
        `\r${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.round(part * 100)} %  ${file}\u001b[K`,
      )
    },
    clear: () => {
      stream.write('\r\u001b[K')
    },
  }
}
