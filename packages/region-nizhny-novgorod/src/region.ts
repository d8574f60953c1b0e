import type { Region } from '@tirazh/core'
import { municipalities } from './municipalities.js'
import { federal } from './policies/federal.js'
import { regional } from './policies/regional.js'
import { replication } from './policies/replication.js'
import { tiles } from './tiles.js'

/** Nizhny Novgorod oblast. Another region spreads this object and overrides what is its own. */
export const nizhnyNovgorod: Region = {
  id: 'nizhny-novgorod',
  name: { ru: 'Нижегородская область', en: 'Nizhny Novgorod oblast' },
  nameInTitles: { ru: 'по Нижегородской области', en: 'of Nizhny Novgorod oblast' },
  office: { ru: 'Проектный офис «Фабрики перемен»', en: 'Project office “Factories of Change”' },
  municipalities,
  policies: { replication, regional, federal },
  tiles,
}
