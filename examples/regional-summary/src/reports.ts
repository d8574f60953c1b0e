import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot } from '@tirazh/core'
import { html } from '@tirazh/render-html'
import { json } from '@tirazh/render-json'
import { markdown } from '@tirazh/render-markdown'
import {
  type BuildOptions,
  collectPassport,
  collectSummary,
  composePassport,
  composeSummary,
  quarterEnds,
  render,
} from '@tirazh/report'
import type { Locale, Renderer, Report } from '@tirazh/spec'
import type { Arguments } from './arguments.js'
import { demonstrationData, demonstrationRun } from './demonstration.js'
import { writeWhole } from './files.js'

/** Writes the summary and every practice's passport in each language and format. Returns how many files. */
export async function writeReports(snapshot: Snapshot, args: Arguments): Promise<number> {
  const asOf = args.dates.at(-1)
  if (asOf === undefined || args.languages.length === 0) return 0
  const passports = join(args.out, 'passport')
  const written = new Set<string>()
  const notice = args.bundled ? demonstrationData : demonstrationRun
  // Figures are collected once and put into words in each language.
  const writeEach = async (
    compose: (options: BuildOptions) => Report,
    renderers: readonly Renderer[],
  ): Promise<void> => {
    for (const locale of args.languages) {
      const report = compose({ asOf, locale, notice: notice[locale] })
      for (const file of await writeReport(report, renderers, args.out)) written.add(file)
    }
  }
  const summary = collectSummary(snapshot, { asOf, history: quarterEnds(asOf, 8) })
  await writeEach((options) => composeSummary(summary, snapshot, options), [html(), markdown(), json()])
  // Passports are many and small: a font of their own in each would be most of their size.
  const renderers = [html({ font: 'system' }), markdown(), json()]
  for (const { id } of snapshot.publishedOn(asOf)) {
    const passport = collectPassport(snapshot, { practice: id, asOf })
    await writeEach((options) => composePassport(passport, snapshot, options), renderers)
  }
  await removeLeftOvers(passports, args.languages, (file) => written.has(`passport/${file}`))
  return written.size
}

async function writeReport(
  report: Report,
  renderers: readonly Renderer[],
  out: string,
): Promise<readonly string[]> {
  const write = async (renderer: Renderer): Promise<string> => {
    const fileOf = (id: string): string => fileName(id, report.locale, renderer.extension)
    const { body } = await render(report, renderer, { link: (id) => relative(report.id, fileOf(id)) })
    await writeWhole(join(out, fileOf(report.id)), body)
    return fileOf(report.id)
  }
  return Promise.all(renderers.map(write))
}

/** Passports that an earlier run wrote about practices that are not in the register any more. */
async function removeLeftOvers(
  folder: string,
  languages: readonly Locale[],
  isNew: (file: string) => boolean,
): Promise<void> {
  const ours = new RegExp(`\\.(${languages.join('|')})\\.(html|md|json)$`)
  const left = (await readdir(folder)).filter((file) => ours.test(file) && !isNew(file))
  await Promise.all(left.map((file) => rm(join(folder, file))))
}

/** `summary` → `summary.ru.html`, `passport/ПР-0001` → `passport/ПР-0001.ru.html`. */
function fileName(report: string, locale: Locale, extension: string): string {
  return `${report}.${locale}.${extension}`
}

function relative(from: string, file: string): string {
  return '../'.repeat(from.split('/').length - 1) + file.split('/').map(encodeURIComponent).join('/')
}
