import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Snapshot } from '@tirazh/core'
import { render } from '@tirazh/report'
import type { Locale, Renderer } from '@tirazh/spec'
import type { Arguments } from './arguments.js'
import { demonstrationData, demonstrationRun } from './demonstration.js'
import { writeWhole } from './files.js'
import { type FormatName, renderersFor } from './formats.js'
import { folders, type Planned, plannedReports } from './kinds.js'

/** Writes every report in each language and format that was asked for. Returns how many files. */
export async function writeReports(snapshot: Snapshot, args: Arguments): Promise<number> {
  const asOf = args.dates.at(-1)
  if (asOf === undefined || args.languages.length === 0) return 0
  for (const folder of folders) await mkdir(join(args.out, folder), { recursive: true })
  const notice = args.bundled ? demonstrationData : demonstrationRun
  const planned = plannedReports(snapshot, asOf)
  const byId = new Map(planned.map((plan) => [plan.id, plan]))
  const renderers = await renderersFor(args.formats)
  const written = new Set<string>()
  for (const plan of planned) {
    for (const locale of args.languages) {
      const report = plan.build({ asOf, locale, notice: notice[locale] })
      for (const [format, renderer] of renderers) {
        if (!plan.formats.has(format)) continue
        const { body } = await render(report, renderer, { link: linksFrom(plan, locale, format) })
        const file = fileName(plan.id, locale, format)
        await writeWhole(join(args.out, file), body)
        written.add(file)
      }
    }
  }
  for (const [, renderer] of renderers) await close(renderer)
  for (const folder of folders) {
    await removeLeftOvers(join(args.out, folder), args, (file) => written.has(`${folder}/${file}`))
  }
  return written.size

  /** A report leads to others of its format or, where they are not written in it, to their pages. */
  function linksFrom(from: Planned, locale: Locale, format: FormatName) {
    return (id: string): string | undefined => {
      const target = byId.get(id)
      const found = [format, 'html' as const].find(
        (each) => target?.formats.has(each) && args.formats.includes(each),
      )
      return found === undefined ? undefined : relative(from.id, fileName(id, locale, found))
    }
  }
}

/** Lets go of what a renderer holds, such as a worker. */
async function close(renderer: Renderer): Promise<void> {
  if ('close' in renderer && typeof renderer.close === 'function') await renderer.close()
}

/** Reports that an earlier run wrote about what is not in the register any more. */
async function removeLeftOvers(
  folder: string,
  { languages, formats }: Arguments,
  isNew: (file: string) => boolean,
): Promise<void> {
  const ours = new RegExp(`\\.(${languages.join('|')})\\.(${formats.join('|')})$`)
  const left = (await readdir(folder)).filter((file) => ours.test(file) && !isNew(file))
  await Promise.all(left.map((file) => rm(join(folder, file))))
}

/** `summary` → `summary.ru.html`, `passport/ПР-0001` → `passport/ПР-0001.ru.html`. */
function fileName(report: string, locale: Locale, format: FormatName): string {
  return `${report}.${locale}.${format}`
}

function relative(from: string, file: string): string {
  return '../'.repeat(from.split('/').length - 1) + file.split('/').map(encodeURIComponent).join('/')
}
