export type { PdfEngine, PdfJob, PdfStandard, TableTags } from './engine.js'
export { type PdfOptions, type PdfRenderer, pdf } from './pdf.js'
