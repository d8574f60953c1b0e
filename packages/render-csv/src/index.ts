export { type CsvOptions, type CsvProfile, csv } from './csv.js'
