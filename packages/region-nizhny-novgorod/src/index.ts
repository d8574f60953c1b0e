export { federal } from './policies/federal.js'
export { regional } from './policies/regional.js'
export { replication } from './policies/replication.js'
export { nizhnyNovgorod } from './region.js'
