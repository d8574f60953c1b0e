import { report } from '../../report.js'
import { flatFigures } from '../flat-figures.js'
import { peers } from '../flat-peers.js'

report(await flatFigures(peers, { atLeast: 3 }))
