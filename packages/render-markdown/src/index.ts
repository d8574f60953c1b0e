export { type MarkdownOptions, markdown } from './markdown.js'
