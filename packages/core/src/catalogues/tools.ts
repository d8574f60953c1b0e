import type { Catalogue, CatalogueEntry } from './catalogue.js'

/** A method of lean production. */
export interface LeanTool extends CatalogueEntry {
  /** One of the eight basic methods of ГОСТ Р 56407-2015. */
  readonly gost?: true
  /** One of the four tools that the Federal Competence Centre asks for (МР-08-2026). */
  readonly fcc?: true
}

export type LeanToolId =
  | 'standard-work'
  | 'five-s'
  | 'value-stream-map'
  | 'visual-management'
  | 'quick-changeover'
  | 'mistake-proofing'
  | 'kanban'
  | 'total-maintenance'
  | 'autonomous-maintenance'
  | 'production-analysis'
  | 'spaghetti-diagram'
  | 'time-study'
  | 'information-centre'
  | 'suggestions'
  | 'quick-win'
  | 'five-whys'
  | 'ishikawa'
  | 'pareto'
  | 'a3'
  | 'pdca'
  | 'gemba'
  | 'takt'
  | 'levelling'
  | 'andon'
  | 'jidoka'
  | 'just-in-time'
  | 'hoshin'
  | 'yamazumi'
  | 'skills-matrix'
  | 'swimlane'

export const leanTools: Catalogue<LeanToolId, LeanTool> = {
  'standard-work': {
    ru: 'Стандартизированная работа',
    en: 'Standardised work',
    aliases: ['Стандартизация работы', 'СОП'],
    gost: true,
    fcc: true,
  },
  'five-s': {
    ru: '5С',
    en: '5S',
    aliases: ['5C', 'Организация рабочего пространства', 'Организация рабочего пространства (5S)'],
    gost: true,
    fcc: true,
  },
  'value-stream-map': {
    ru: 'Картирование потока создания ценности',
    en: 'Value stream mapping',
    aliases: ['КПСЦ', 'Картирование'],
    gost: true,
  },
  'visual-management': { ru: 'Визуализация', en: 'Visual management', gost: true },
  'quick-changeover': { ru: 'Быстрая переналадка', en: 'Quick changeover', aliases: ['SMED'], gost: true },
  'mistake-proofing': {
    ru: 'Защита от непреднамеренных ошибок',
    en: 'Mistake-proofing',
    aliases: ['Poka-yoke', 'Пока-ёкэ'],
    gost: true,
  },
  kanban: { ru: 'Канбан', en: 'Kanban', gost: true },
  'total-maintenance': {
    ru: 'Всеобщее обслуживание оборудования',
    en: 'Total productive maintenance',
    aliases: ['TPM'],
    gost: true,
  },
  'autonomous-maintenance': { ru: 'Автономное обслуживание', en: 'Autonomous maintenance', fcc: true },
  'production-analysis': { ru: 'Производственный анализ', en: 'Production analysis', fcc: true },
  'spaghetti-diagram': {
    ru: 'Диаграмма спагетти',
    en: 'Spaghetti diagram',
    aliases: ['Диаграмма «спагетти»'],
  },
  'time-study': { ru: 'Хронометраж', en: 'Time study', aliases: ['Нормирование'] },
  'information-centre': { ru: 'Инфоцентр', en: 'Information centre', aliases: ['Обея', 'Obeya'] },
  suggestions: {
    ru: 'Предложения по улучшению',
    en: 'Improvement suggestions',
    aliases: ['ППУ', 'Кайдзен-предложения'],
  },
  'quick-win': { ru: 'Быстрая победа', en: 'Quick win', aliases: ['Быстрые победы'] },
  'five-whys': { ru: 'Пять почему', en: 'Five whys', aliases: ['5 почему'] },
  ishikawa: { ru: 'Диаграмма Исикавы', en: 'Ishikawa diagram', aliases: ['Рыбья кость'] },
  pareto: { ru: 'Диаграмма Парето', en: 'Pareto chart', aliases: ['Анализ Парето'] },
  a3: { ru: 'Отчёт А3', en: 'A3 report', aliases: ['А3', 'A3'] },
  pdca: { ru: 'Цикл PDCA', en: 'PDCA cycle', aliases: ['PDCA'] },
  gemba: { ru: 'Гемба', en: 'Gemba walk' },
  takt: { ru: 'Время такта', en: 'Takt time' },
  levelling: { ru: 'Выравнивание', en: 'Levelling', aliases: ['Хейдзунка', 'Heijunka'] },
  andon: { ru: 'Андон', en: 'Andon' },
  jidoka: { ru: 'Дзидока', en: 'Jidoka' },
  'just-in-time': { ru: 'Точно вовремя', en: 'Just in time', aliases: ['JIT'] },
  hoshin: { ru: 'Хосин канри', en: 'Hoshin kanri' },
  yamazumi: { ru: 'Ямадзуми', en: 'Yamazumi chart' },
  'skills-matrix': { ru: 'Матрица компетенций', en: 'Skills matrix' },
  swimlane: { ru: 'Диаграмма дорожек', en: 'Swimlane diagram' },
}
