import type { Catalogue, CatalogueEntry } from './catalogue.js'

export type MunicipalityType =
  | 'urban-okrug'
  | 'municipal-okrug'
  | 'municipal-district'
  | 'inner-city-territory'
  | 'urban-settlement'
  | 'rural-settlement'

/** Kinds of municipality. Federal Law 33-FZ of 20.03.2025 has no districts any more; older records do. */
export const municipalityTypes: Catalogue<MunicipalityType> = {
  'urban-okrug': { ru: 'городской округ', en: 'urban okrug', aliases: ['ГО', 'г.о.', 'г.о.г.'] },
  'municipal-okrug': { ru: 'муниципальный округ', en: 'municipal okrug', aliases: ['МО', 'м.о.', 'м.о.г.'] },
  'municipal-district': { ru: 'муниципальный район', en: 'municipal district', aliases: ['МР', 'м.р.'] },
  'inner-city-territory': { ru: 'внутригородская территория', en: 'inner-city territory' },
  'urban-settlement': { ru: 'городское поселение', en: 'urban settlement' },
  'rural-settlement': { ru: 'сельское поселение', en: 'rural settlement' },
}

/** What a finished project did to its process. */
export type ProjectResult = 'improved' | 'accelerated' | 'simplified'

export const projectResults: Catalogue<ProjectResult> = {
  improved: { ru: 'улучшен', en: 'improved' },
  accelerated: { ru: 'ускорен', en: 'accelerated' },
  simplified: { ru: 'упрощён', en: 'simplified' },
}

/** A stage of a Rosatom-style project, with the field of the project that holds its date. */
export interface Stage extends CatalogueEntry {
  readonly field: 'openedOn' | 'diagnosedOn' | 'implementedOn' | 'closedOn' | 'monitoredOn'
}

export type StageId = 'opening' | 'diagnostics' | 'implementation' | 'closing' | 'monitoring'

/** In the order in which a project goes through them. */
export const stages: Catalogue<StageId, Stage> = {
  opening: { ru: 'Подготовка и открытие проекта', en: 'Opening', field: 'openedOn' },
  diagnostics: {
    ru: 'Диагностика и целевое состояние',
    en: 'Diagnostics and target state',
    field: 'diagnosedOn',
  },
  implementation: { ru: 'Внедрение улучшений', en: 'Implementation', field: 'implementedOn' },
  closing: { ru: 'Закрепление результатов и закрытие проекта', en: 'Closing', field: 'closedOn' },
  monitoring: { ru: 'Постпроектный мониторинг', en: 'Post-project monitoring', field: 'monitoredOn' },
}

/** How far a municipality has come in taking a practice over. */
export type AdoptionStatus = 'planned' | 'in-progress' | 'implemented' | 'declined'

export const adoptionStatuses: Catalogue<AdoptionStatus> = {
  planned: { ru: 'запланировано', en: 'planned' },
  'in-progress': { ru: 'внедряется', en: 'in progress' },
  implemented: { ru: 'внедрено', en: 'implemented' },
  declined: { ru: 'отказ', en: 'declined' },
}

export type CertificateLevel = 'regional' | 'federal'

export const certificateLevels: Catalogue<CertificateLevel> = {
  regional: { ru: 'региональный', en: 'regional' },
  federal: { ru: 'федеральный', en: 'federal' },
}

export type DefenceDecision = 'passed' | 'failed'

export const defenceDecisions: Catalogue<DefenceDecision> = {
  passed: { ru: 'защищён', en: 'passed' },
  failed: { ru: 'не защищён', en: 'failed' },
}
