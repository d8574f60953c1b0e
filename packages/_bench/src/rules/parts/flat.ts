import { flatFigures } from '../flat-figures.js'
import { peers } from '../flat-peers.js'
import { report } from '../report.js'

report(await flatFigures(peers, { atLeast: 3 }))
