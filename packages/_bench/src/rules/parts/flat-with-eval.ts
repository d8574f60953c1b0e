import { report } from '../../report.js'
import { flatFigures } from '../flat-figures.js'
import { byHand, peersWithEval } from '../flat-peers.js'

report(await flatFigures({ ...peersWithEval, 'the same by hand': byHand }, {}))
