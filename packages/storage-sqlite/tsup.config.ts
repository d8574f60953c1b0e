import type { Options } from 'tsup'
import shared from '../../tsup.config.ts'

/** tsup leaves optional dependencies out of a bundle only when told. */
const options: Options = { ...shared, external: ['@photostructure/sqlite'] }

export default options
