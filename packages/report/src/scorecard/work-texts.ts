import type { Locale } from '@tirazh/spec'

/** Whose projects and practices a report is about. */
export type Whose = 'municipality' | 'factory'

/** What needs a decision: the text around its count, and the rule of it. */
export interface CountedText {
  readonly before: string
  readonly after: string
  readonly rule: string
}

/** The wording of what projects and practices have come to. Numbers and dates arrive already formatted. */
export interface WorkTexts {
  readonly resultsTitle: string
  readonly practices: Readonly<Record<Whose, string>>
  practicesRule(whose: Whose, date: string): string
  ofPublished(published: string, open: string): string
  readonly finished: string
  finishedRule(whose: Whose, date: string): string
  byResult(improved: string, accelerated: string, simplified: string, unnamed: string | undefined): string
  openNote(open: string): string
  readonly hours: string
  hoursRule(whose: Whose, date: string): string
  readonly headcount: string
  headcountRule(whose: Whose, date: string): string
  readonly headcountNote: string
  readonly released: string
  readonly notMeasured: string
  readonly certificates: string
  certificatesRule(whose: Whose, date: string): string
  certificatesNote(regional: string, federal: string): string
  /** The sentence that is read aloud: before the number of projects, before the hours, and after them. */
  readonly finishedAloud: string
  readonly releasedAloud: string
  readonly aYear: string
  readonly decisionsTitle: string
  readonly nothingToDecide: string
  openItem(policy: string, whose: Whose, date: string): CountedText
  doubtfulItem(whose: Whose, date: string): CountedText
  dueItem(level: string, whose: Whose, date: string): CountedText
  worsenedItem(whose: Whose, date: string): CountedText
  missingItem(whose: Whose, date: string): CountedText
  withoutVolumeItem(whose: Whose, date: string): CountedText
  unpublishedItem(whose: Whose): CountedText
  undatedItem(whose: Whose): CountedText
  readonly practicesTitle: Readonly<Record<Whose, string>>
  practicesCaption(whose: Whose, date: string): string
  readonly noPractices: Readonly<Record<Whose, string>>
  readonly practice: string
  readonly author: string
  readonly municipalities: string
  readonly elsewhere: string
  pairsRule(date: string): string
  elsewhereRule(date: string): string
  readonly notCountable: string
  readonly replication: string
  readonly regional: string
  readonly federal: string
  readonly validCertificates: string
  readonly none: string
  readonly indicatorsTitle: string
  readonly indicatorsCaption: string
  readonly project: string
  readonly indicator: string
  readonly base: string
  readonly result: string
  readonly question: string
  readonly worsened: string
  readonly missing: string
  readonly withoutVolume: string
  readonly measuredRule: string
  readonly unknownTitle: string
  unknownCaption(date: string): string
  readonly whatIsMissing: string
  readonly doubtfulTitle: string
  doubtfulCaption(date: string): string
  readonly certificate: string
  readonly level: string
  readonly rule: string
  readonly why: string
  readonly openTitle: string
  openCaption(date: string): string
  readonly stage: string
  readonly since: string
  readonly municipality: string
  firstOf(shown: string, all: string): string
  readonly notRecorded: string
}

const ofRu: Record<Whose, string> = { municipality: 'муниципалитета', factory: 'площадки' }
const ofEn: Record<Whose, string> = { municipality: 'municipality', factory: 'training site' }

export const workTexts: Readonly<Record<Locale, WorkTexts>> = {
  ru: {
    resultsTitle: 'Что это дало',
    practices: { municipality: 'Тиражировано своих практик', factory: 'Тиражировано практик площадки' },
    practicesRule: (whose, date) =>
      `Практики ${ofRu[whose]}, опубликованные не позднее ${date}, для которых на этот день выполнено правило тиражирования.`,
    ofPublished: (published, open) =>
      open === '0'
        ? `из ${published} опубликованных`
        : `из ${published} опубликованных; по ${open} не хватает сведений`,
    finished: 'Завершено проектов',
    finishedRule: (whose, date) => `Проекты ${ofRu[whose]}, закрытые не позднее ${date}.`,
    byResult: (improved, accelerated, simplified, unnamed) =>
      `улучшено ${improved}, ускорено ${accelerated}, упрощено ${simplified}${unnamed === undefined ? '' : `, не указано ${unnamed}`}`,
    openNote: (open) => `; в работе ${open}`,
    hours: 'Высвобождено человеко-часов в год',
    hoursRule: (whose, date) =>
      `Сумма (база − факт) × объём в год по показателю «Трудоёмкость» проектов ${ofRu[whose]}, закрытых не позднее ${date}; ухудшения вычтены.`,
    headcount: 'Высвобождено работников, занятых в процессах',
    headcountRule: (whose, date) =>
      `Сумма (база − факт) по показателю «Численность» проектов ${ofRu[whose]}, закрытых не позднее ${date}; ухудшения вычтены.`,
    headcountNote: 'человек; это не сокращённые ставки',
    released: 'высвобожденная мощность, а не сокращение',
    notMeasured: 'не измерялось',
    certificates: 'Действует сертификатов',
    certificatesRule: (whose, date) =>
      `Сертификаты практик ${ofRu[whose]}, выданные не позднее ${date} и не отозванные к этому дню.`,
    certificatesNote: (regional, federal) => `региональных ${regional}, федеральных ${federal}`,
    finishedAloud: ' Завершено проектов: ',
    releasedAloud: '; они высвободили ',
    aYear: ' в год.',
    decisionsTitle: 'Требует решения',
    nothingToDecide: 'На этот день открытых вопросов нет.',
    openItem: (policy, whose, date) => ({
      before: `«${policy}»: не хватает сведений для решения по `,
      after: '.',
      rule: `Опубликованные практики ${ofRu[whose]}, по которым правило «${policy}» на ${date} не даёт ответа.`,
    }),
    doubtfulItem: (whose, date) => ({
      before: 'Основание не подтверждается: ',
      after: '. Пересмотреть или дополнить документы.',
      rule: `Сертификаты практик ${ofRu[whose]}, действующие на ${date}, хотя практика не отвечает правилу своего уровня либо сведений для решения не хватает.`,
    }),
    dueItem: (level, whose, date) => ({
      before: `Отвечает правилу, а действующего сертификата нет (${level}): `,
      after: '. Представить к сертификату.',
      rule: `Практики ${ofRu[whose]}, которые на ${date} отвечают правилу уровня «${level}» и не имеют действующего сертификата этого уровня.`,
    }),
    worsenedItem: (whose, date) => ({
      before: 'Результат хуже базы: ',
      after: '. Проверить замеры или вернуть прежний порядок.',
      rule: `Показатели проектов ${ofRu[whose]}, закрытых не позднее ${date}, факт которых хуже базы.`,
    }),
    missingItem: (whose, date) => ({
      before: 'Без базы или факта: ',
      after: '. В суммы они не вошли.',
      rule: `Показатели проектов ${ofRu[whose]}, закрытых не позднее ${date}, без базы или факта.`,
    }),
    withoutVolumeItem: (whose, date) => ({
      before: 'Трудоёмкость без годового объёма: ',
      after: '. В высвобожденные часы они не вошли.',
      rule: `Показатели «Трудоёмкость» проектов ${ofRu[whose]}, закрытых не позднее ${date}, без объёма в год.`,
    }),
    unpublishedItem: (whose) => ({
      before: 'День публикации не записан: ',
      after: '. Пока его нет, практика не учитывается.',
      rule: `Практики ${ofRu[whose]} без дня публикации.`,
    }),
    undatedItem: (whose) => ({
      before: 'Без единой даты: ',
      after: '. На каком они этапе, сказать нельзя.',
      rule: `Проекты ${ofRu[whose]}, у которых не записан день ни одного этапа.`,
    }),
    practicesTitle: {
      municipality: 'Что муниципалитет дал другим',
      factory: 'Практики, выросшие на площадке',
    },
    practicesCaption: (whose, date) =>
      `Опубликованные практики ${ofRu[whose]} на ${date}, по числу муниципалитетов`,
    noPractices: {
      municipality: 'На этот день у муниципалитета нет опубликованных практик.',
      factory: 'На этот день из проектов площадки не выросло ни одной опубликованной практики.',
    },
    practice: 'Практика',
    author: 'Автор',
    municipalities: 'Муниципалитетов',
    elsewhere: 'В других муниципалитетах',
    pairsRule: (date) =>
      `Пары «практика — муниципалитет», действующие на ${date}; предшественники одного муниципалитета считаются один раз.`,
    elsewhereRule: (date) => `Внедрения своих практик в других муниципалитетах, действующие на ${date}.`,
    notCountable: 'правило не считает',
    replication: 'Тиражирование',
    regional: 'Региональный уровень',
    federal: 'Федеральный уровень',
    validCertificates: 'Сертификаты',
    none: 'нет',
    indicatorsTitle: 'Показатели под вопросом',
    indicatorsCaption: 'Показатели завершённых проектов, которые стоит проверить',
    project: 'Проект',
    indicator: 'Показатель',
    base: 'База',
    result: 'Факт',
    question: 'В чём вопрос',
    worsened: 'стало хуже',
    missing: 'нет базы или факта',
    withoutVolume: 'нет объёма в год',
    measuredRule: 'Показатель проекта, как он измерен и записан.',
    unknownTitle: 'По каким практикам не хватает сведений',
    unknownCaption: (date) => `Практики без решения на ${date} и недостающие сведения`,
    whatIsMissing: 'Чего не хватает',
    doubtfulTitle: 'Сертификаты без подтверждённого основания',
    doubtfulCaption: (date) => `Действуют на ${date}, но соответствие правилу своего уровня не подтверждено`,
    certificate: 'Сертификат',
    level: 'Уровень',
    rule: 'Правило',
    why: 'Почему',
    openTitle: 'Проекты в работе',
    openCaption: (date) => `Начаты и не закрыты на ${date}`,
    stage: 'Этап',
    since: 'С какого дня',
    municipality: 'Муниципалитет',
    firstOf: (shown, all) => `Показаны первые ${shown} из ${all}; коды всех записей — в версии JSON.`,
    notRecorded: 'не указано',
  },
  en: {
    resultsTitle: 'What it gave',
    practices: { municipality: 'Own practices replicated', factory: 'Practices of the site replicated' },
    practicesRule: (whose, date) =>
      `Practices of the ${ofEn[whose]} published by ${date} that meet the rule of replication on that day.`,
    ofPublished: (published, open) =>
      open === '0' ? `out of ${published} published` : `out of ${published} published; ${open} undecided`,
    finished: 'Projects finished',
    finishedRule: (whose, date) => `Projects of the ${ofEn[whose]} closed by ${date}.`,
    byResult: (improved, accelerated, simplified, unnamed) =>
      `improved ${improved}, accelerated ${accelerated}, simplified ${simplified}${unnamed === undefined ? '' : `, not named ${unnamed}`}`,
    openNote: (open) => `; in progress ${open}`,
    hours: 'Person-hours released a year',
    hoursRule: (whose, date) =>
      `Sum of (base − result) × yearly volume over labour input in projects of the ${ofEn[whose]} closed by ${date}; what worsened is subtracted.`,
    headcount: 'People released from processes',
    headcountRule: (whose, date) =>
      `Sum of (base − result) over headcount in projects of the ${ofEn[whose]} closed by ${date}; what worsened is subtracted.`,
    headcountNote: 'people; these are not posts that were cut',
    released: 'released capacity, not a reduction',
    notMeasured: 'not measured',
    certificates: 'Valid certificates',
    certificatesRule: (whose, date) =>
      `Certificates of practices of the ${ofEn[whose]} issued by ${date} and not revoked by then.`,
    certificatesNote: (regional, federal) => `regional ${regional}, federal ${federal}`,
    finishedAloud: ' Projects finished: ',
    releasedAloud: '; they released ',
    aYear: ' a year.',
    decisionsTitle: 'Needs a decision',
    nothingToDecide: 'No open questions on this day.',
    openItem: (policy, whose, date) => ({
      before: `“${policy}”: too little is recorded to decide about `,
      after: '.',
      rule: `Published practices of the ${ofEn[whose]} about which the rule “${policy}” gives no answer on ${date}.`,
    }),
    doubtfulItem: (whose, date) => ({
      before: 'Grounds not confirmed: ',
      after: '. Review them or complete the papers.',
      rule: `Certificates of practices of the ${ofEn[whose]} valid on ${date} although the practice does not meet the rule of their level, or too little is recorded to say.`,
    }),
    dueItem: (level, whose, date) => ({
      before: `Meets the rule and holds no valid certificate (${level}): `,
      after: '. Put forward for a certificate.',
      rule: `Practices of the ${ofEn[whose]} that meet the rule of the ${level} level on ${date} and hold no valid certificate of it.`,
    }),
    worsenedItem: (whose, date) => ({
      before: 'Result worse than the base: ',
      after: '. Check the measurements or restore the former procedure.',
      rule: `Indicators of projects of the ${ofEn[whose]} closed by ${date} whose result is worse than the base.`,
    }),
    missingItem: (whose, date) => ({
      before: 'Without a base or a result: ',
      after: '. They are not in the sums.',
      rule: `Indicators of projects of the ${ofEn[whose]} closed by ${date} without a base or a result.`,
    }),
    withoutVolumeItem: (whose, date) => ({
      before: 'Labour input without a yearly volume: ',
      after: '. It is not in the hours released.',
      rule: `Labour indicators of projects of the ${ofEn[whose]} closed by ${date} without a yearly volume.`,
    }),
    unpublishedItem: (whose) => ({
      before: 'The day of publication is not recorded: ',
      after: '. Without it a practice does not count.',
      rule: `Practices of the ${ofEn[whose]} without a day of publication.`,
    }),
    undatedItem: (whose) => ({
      before: 'Without a single date: ',
      after: '. Nobody can say what stage they are at.',
      rule: `Projects of the ${ofEn[whose]} without the day of any stage.`,
    }),
    practicesTitle: {
      municipality: 'What the municipality gave to others',
      factory: 'Practices that grew on the site',
    },
    practicesCaption: (whose, date) =>
      `Published practices of the ${ofEn[whose]} on ${date}, by the number of municipalities`,
    noPractices: {
      municipality: 'On this day the municipality has no published practice.',
      factory: 'On this day no published practice has grown out of the projects of the site.',
    },
    practice: 'Practice',
    author: 'Author',
    municipalities: 'Municipalities',
    elsewhere: 'In other municipalities',
    pairsRule: (date) =>
      `Pairs of practice and municipality in use on ${date}; the predecessors of one municipality count once.`,
    elsewhereRule: (date) => `Adoptions of its practices in other municipalities that are in use on ${date}.`,
    notCountable: 'the rule does not count',
    replication: 'Replication',
    regional: 'Regional level',
    federal: 'Federal level',
    validCertificates: 'Certificates',
    none: 'none',
    indicatorsTitle: 'Indicators in question',
    indicatorsCaption: 'Indicators of finished projects that are worth checking',
    project: 'Project',
    indicator: 'Indicator',
    base: 'Base',
    result: 'Result',
    question: 'The question',
    worsened: 'it got worse',
    missing: 'no base or no result',
    withoutVolume: 'no yearly volume',
    measuredRule: 'An indicator of the project as measured and recorded.',
    unknownTitle: 'Practices about which too little is recorded',
    unknownCaption: (date) => `Practices without a decision on ${date} and what is missing`,
    whatIsMissing: 'What is missing',
    doubtfulTitle: 'Certificates without confirmed grounds',
    doubtfulCaption: (date) => `Valid on ${date}, but the rule of their level is not confirmed to be met`,
    certificate: 'Certificate',
    level: 'Level',
    rule: 'Rule',
    why: 'Why',
    openTitle: 'Projects in progress',
    openCaption: (date) => `Begun and not closed on ${date}`,
    stage: 'Stage',
    since: 'Since',
    municipality: 'Municipality',
    firstOf: (shown, all) => `The first ${shown} of ${all} are shown; the JSON form has the ids of all.`,
    notRecorded: 'not recorded',
  },
}
