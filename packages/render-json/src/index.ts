export { json } from './json.js'
