export { json } from './json.js'
export { reportSchema } from './report-schema.js'
export type { JsonSchema } from './schema-parts.js'
