import { install } from './install.js'

await install(console.log)
