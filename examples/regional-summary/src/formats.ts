import type { Renderer } from '@tirazh/spec'

/** The formats by the extension of their files, in the order in which the usage names them. */
export const formatNames: readonly ['html', 'md', 'json', 'csv', 'xlsx', 'docx', 'pdf'] = [
  'html',
  'md',
  'json',
  'csv',
  'xlsx',
  'docx',
  'pdf',
]

export type FormatName = (typeof formatNames)[number]

/** Those that are read on a screen: every report is written in them. */
export const screenFormats: ReadonlySet<FormatName> = new Set(['html', 'md', 'json'])

/**
 * A renderer for each format. Only the code of those that are asked for is loaded: PDF and Word come with
 * megabytes of it.
 */
export async function renderersFor(
  names: readonly FormatName[],
): Promise<readonly (readonly [FormatName, Renderer])[]> {
  return Promise.all(names.map(async (name) => [name, await renderers[name]()] as const))
}

const renderers: Readonly<Record<FormatName, () => Promise<Renderer>>> = {
  // Pages are many: a font of their own in each would be most of their size.
  html: async () => (await import('@tirazh/render-html')).html({ font: 'system' }),
  md: async () => (await import('@tirazh/render-markdown')).markdown(),
  json: async () => (await import('@tirazh/render-json')).json(),
  csv: async () => (await import('@tirazh/render-csv')).csv(),
  xlsx: async () => (await import('@tirazh/render-xlsx')).xlsx(),
  docx: async () => (await import('@tirazh/render-docx')).docx(),
  pdf: async () => (await import('@tirazh/render-pdf')).pdf(),
}
