export { type XlsxOptions, xlsx } from './xlsx.js'
