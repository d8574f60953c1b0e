export { type DocxOptions, docx } from './docx.js'
