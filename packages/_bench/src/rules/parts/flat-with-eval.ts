import { flatFigures } from '../flat-figures.js'
import { byHand, peersWithEval } from '../flat-peers.js'
import { report } from '../report.js'

report(await flatFigures({ ...peersWithEval, 'the same by hand': byHand }, {}))
