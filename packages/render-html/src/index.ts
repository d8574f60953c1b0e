export { type HtmlOptions, html } from './html.js'
