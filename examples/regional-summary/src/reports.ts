import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot } from '@tirazh/core'
import { html } from '@tirazh/render-html'
import { json } from '@tirazh/render-json'
import { markdown } from '@tirazh/render-markdown'
import { practicePassport, regionalSummary, render } from '@tirazh/report'
import type { Locale, Renderer, Report } from '@tirazh/spec'
import type { Arguments } from './arguments.js'
import { demonstrationNotice } from './demonstration.js'
import { writeWhole } from './files.js'

/** Writes the summary and every practice's passport in each language and format. Returns how many files. */
export async function writeReports(snapshot: Snapshot, args: Arguments): Promise<number> {
  const asOf = args.dates.at(-1)
  if (asOf === undefined) return 0
  await mkdir(join(args.out, 'passport'), { recursive: true })
  let files = 0
  for (const locale of args.languages) {
    const options = { asOf, locale, notice: demonstrationNotice[locale] }
    files += await writeReport(regionalSummary(snapshot, options), [html(), markdown(), json()], args.out)
    // Passports are many and small: a font of their own in each would be most of their size.
    const renderers = [html({ font: 'system' }), markdown(), json()]
    for (const { id } of snapshot.publishedOn(asOf)) {
      files += await writeReport(
        practicePassport(snapshot, { ...options, practice: id }),
        renderers,
        args.out,
      )
    }
  }
  return files
}

async function writeReport(report: Report, renderers: readonly Renderer[], out: string): Promise<number> {
  const write = async (renderer: Renderer): Promise<void> => {
    const fileOf = (id: string): string => fileName(id, report.locale, renderer.extension)
    const { body } = await render(report, renderer, { link: (id) => relative(report.id, fileOf(id)) })
    await writeWhole(join(out, fileOf(report.id)), body)
  }
  await Promise.all(renderers.map(write))
  return renderers.length
}

/** `summary` → `summary.ru.html`, `passport/ПР-0001` → `passport/ПР-0001.ru.html`. */
function fileName(report: string, locale: Locale, extension: string): string {
  return `${report}.${locale}.${extension}`
}

function relative(from: string, file: string): string {
  return '../'.repeat(from.split('/').length - 1) + file.split('/').map(encodeURIComponent).join('/')
}
