import type { Locale } from '@tirazh/spec'

/** The wording of the summary. Numbers and dates arrive already formatted for the language. */
export interface SummaryTexts {
  readonly title: string
  subtitle(region: string, date: string): string
  asOf(date: string): string
  /** `threshold` as «15 муниципалитетах». */
  replicatedOf(published: string, threshold: string | undefined): string
  readonly andReleased: string
  readonly aYear: string
  readonly countersTitle: string
  readonly processes: string
  processesRule(date: string): string
  byResult(improved: string, accelerated: string, simplified: string, unnamed: string | undefined): string
  readonly practices: string
  /** `threshold` as «15 муниципалитетах». */
  practicesRule(date: string, threshold: string | undefined): string
  ofPublished(published: string, unknown: string): string
  readonly adoptions: string
  adoptionsRule(date: string): string
  readonly adoptionsNote: string
  readonly threeCounters: string
  readonly resultsTitle: string
  readonly hours: string
  hoursRule(date: string): string
  readonly releasedNote: string
  readonly headcount: string
  headcountRule(date: string): string
  readonly headcountNote: string
  readonly certificates: string
  certificatesRule(date: string): string
  certificatesNote(regional: string, federal: string, mayRegional: string, mayFederal: string): string
  readonly municipalities: string
  municipalitiesRule(date: string): string
  sitesNote(sites: string): string
  readonly mapTitle: string
  readonly mapNote: string
  readonly historyTitle: string
  readonly leadersTitle: string
  readonly practicesInUse: string
  readonly municipality: string
  readonly date: string
  readonly decisionsTitle: string
  readonly nothingToDecide: string
  unknownItem(policy: string, date: string): CountedItem
  worsenedItem(date: string): CountedItem
  missingItem(date: string): CountedItem
  withoutVolumeItem(date: string): CountedItem
  uncoveredItem(names: string): string
  severalItem(name: string, sites: string): string
  dissolvedItem(site: string, host: string): string
  doubtfulItem(date: string): CountedItem
  readonly unknownTitle: string
  unknownCaption(date: string): string
  readonly whatIsMissing: string
  readonly rule: string
  readonly worsenedTitle: string
  readonly worsenedCaption: string
  readonly doubtfulTitle: string
  doubtfulCaption(date: string): string
  firstOf(shown: string, all: string): string
  readonly project: string
  readonly indicator: string
  readonly base: string
  readonly result: string
  readonly change: string
  readonly certificate: string
  readonly level: string
  readonly why: string
  readonly practicesTitle: string
  practicesCaption(shown: string, all: string, date: string): string
  /** Before the name of the report with all of them. */
  readonly allPractices: string
  readonly matrix: string
  readonly practicesNote: string
  readonly practice: string
  readonly author: string
  readonly replication: string
  readonly regional: string
  readonly federal: string
  readonly municipalitiesTitle: string
  municipalitiesCaption(date: string): string
  readonly authored: string
  authoredRule(date: string): string
  readonly replicated: string
  replicatedRule(date: string): string
  readonly total: string
}

/** The words around a count, and the rule by which it was counted. */
export interface CountedItem {
  readonly before: string
  readonly after: string
  readonly rule: string
}

export const summaryTexts: Readonly<Record<Locale, SummaryTexts>> = {
  ru: {
    title: 'Тиражирование бережливых практик',
    subtitle: (region, date) => `Сводный доклад ${region} на ${date}`,
    asOf: (date) => `На ${date} тиражировано практик: `,
    replicatedOf: (published, threshold) =>
      ` из ${published} опубликованных${threshold === undefined ? '' : `; каждая действует не менее чем в ${threshold}`}. Завершено проектов улучшения: `,
    andReleased: '; они высвободили ',
    aYear: ' в год.',
    countersTitle: 'Три счётчика',
    processes: 'Улучшено процессов',
    processesRule: (date) => `Проекты, закрытые не позднее ${date}; один проект — один процесс.`,
    byResult: (improved, accelerated, simplified, unnamed) =>
      `улучшено ${improved}, ускорено ${accelerated}, упрощено ${simplified}${unnamed === undefined ? '' : `, не указано ${unnamed}`}`,
    practices: 'Тиражировано практик',
    practicesRule: (date, threshold) =>
      `Практики, опубликованные не позднее ${date}, для которых на этот день выполнено правило тиражирования${threshold === undefined ? '' : `: действует не менее чем в ${threshold} (считая правопреемников)`}.`,
    ofPublished: (published, unknown) => `из ${published} опубликованных; по ${unknown} не хватает сведений`,
    adoptions: 'Действует внедрений',
    adoptionsRule: (date) =>
      `Пары «практика — муниципалитет», действующие на ${date}; предшественники одного муниципалитета считаются один раз.`,
    adoptionsNote: 'только с указанной датой внедрения',
    threeCounters:
      'Процесс, практика и внедрение — разные вещи, и ни один из трёх счётчиков не вычисляется из другого: одна практика вырастает из одного процесса и внедряется во многих муниципалитетах.',
    resultsTitle: 'Что это дало',
    hours: 'Высвобождено человеко-часов в год',
    hoursRule: (date) =>
      `Сумма (база − факт) × объём в год по показателю «Трудоёмкость» проектов, закрытых не позднее ${date}; ухудшения вычтены.`,
    releasedNote: 'высвобожденная мощность, а не сокращение',
    headcount: 'Высвобождено работников, занятых в процессах',
    headcountRule: (date) =>
      `Сумма (база − факт) по показателю «Численность» проектов, закрытых не позднее ${date}; ухудшения вычтены.`,
    headcountNote: 'человек; это не сокращённые ставки',
    certificates: 'Действует сертификатов',
    certificatesRule: (date) => `Выданы не позднее ${date} и не отозваны к этому дню.`,
    certificatesNote: (regional, federal, mayRegional, mayFederal) =>
      `региональных ${regional}, федеральных ${federal}; отвечают правилу: ${mayRegional} и ${mayFederal}`,
    municipalities: 'Муниципалитетов',
    municipalitiesRule: (date) => `Существуют на ${date}.`,
    sitesNote: (sites) => `действующих площадок: ${sites}`,
    mapTitle: 'Действующие практики по муниципалитетам',
    mapNote: 'Каждая клетка — муниципалитет на своём примерном месте; цвет — по числу практик.',
    historyTitle: 'Тиражировано практик по кварталам',
    leadersTitle: 'Муниципалитеты с наибольшим числом действующих практик',
    practicesInUse: 'Действует практик',
    municipality: 'Муниципалитет',
    date: 'На дату',
    decisionsTitle: 'Требует решения',
    nothingToDecide: 'На этот день открытых вопросов нет.',
    unknownItem: (policy, date) => ({
      before: `«${policy}»: не хватает сведений для решения по `,
      after: '.',
      rule: `Опубликованные практики, по которым правило «${policy}» на ${date} не даёт ответа.`,
    }),
    worsenedItem: (date) => ({
      before: 'Результат хуже базы: ',
      after: '. Проверить замеры или вернуть прежний порядок.',
      rule: `Показатели проектов, закрытых не позднее ${date}, факт которых хуже базы.`,
    }),
    missingItem: (date) => ({
      before: 'Без базы или факта: ',
      after: '. В суммы они не вошли.',
      rule: `Показатели проектов, закрытых не позднее ${date}, без базы или факта.`,
    }),
    withoutVolumeItem: (date) => ({
      before: 'Трудоёмкость без годового объёма: ',
      after: '. В высвобожденные часы они не вошли.',
      rule: `Показатели «Трудоёмкость» проектов, закрытых не позднее ${date}, без объёма в год.`,
    }),
    uncoveredItem: (names) => `Не обслуживает ни одна площадка: ${names}.`,
    severalItem: (name, sites) => `${name} состоит сразу в нескольких кустах: ${sites}. Назначить один.`,
    dissolvedItem: (site, host) => `${site}: муниципалитета, где она размещена, больше нет — ${host}.`,
    doubtfulItem: (date) => ({
      before: 'Основание не подтверждается: ',
      after: '. Пересмотреть или дополнить документы.',
      rule: `Сертификаты, действующие на ${date}, практика которых не отвечает правилу своего уровня либо сведений для решения не хватает.`,
    }),
    unknownTitle: 'По каким практикам не хватает сведений',
    unknownCaption: (date) => `Практики без решения на ${date} и недостающие сведения`,
    whatIsMissing: 'Чего не хватает',
    rule: 'Правило',
    worsenedTitle: 'Результат хуже базы',
    worsenedCaption: 'Показатели завершённых проектов, начиная с наибольшего ухудшения',
    doubtfulTitle: 'Сертификаты без подтверждённого основания',
    doubtfulCaption: (date) => `Действуют на ${date}, но соответствие правилу своего уровня не подтверждено`,
    firstOf: (shown, all) => `Показаны первые ${shown} из ${all}; коды всех записей — в версии JSON.`,
    project: 'Проект',
    indicator: 'Показатель',
    base: 'База',
    result: 'Факт',
    change: 'Изменение',
    certificate: 'Сертификат',
    level: 'Уровень',
    why: 'Почему',
    practicesTitle: 'Самые тиражируемые практики',
    practicesCaption: (shown, all, date) =>
      `Первые ${shown} из ${all} опубликованных на ${date}, по числу муниципалитетов`,
    allPractices: 'Все практики — в отчёте ',
    matrix: '«Матрица тиражирования»',
    practicesNote: 'Число — муниципалитеты, где практика действует; интервал — там, где не хватает сведений.',
    practice: 'Практика',
    author: 'Автор',
    replication: 'Тиражирование',
    regional: 'Региональный сертификат',
    federal: 'Федеральный сертификат',
    municipalitiesTitle: 'Результаты по муниципалитетам',
    municipalitiesCaption: (date) => `Муниципалитеты на ${date}, по числу действующих практик`,
    authored: 'Свои практики',
    authoredRule: (date) =>
      `Практики, опубликованные не позднее ${date}; автор — муниципалитет или его предшественник.`,
    replicated: 'Из них тиражировано',
    replicatedRule: (date) => `Свои практики, для которых на ${date} выполнено правило тиражирования.`,
    total: 'Всего',
  },
  en: {
    title: 'Replication of lean practices',
    subtitle: (region, date) => `Summary report ${region} as of ${date}`,
    asOf: (date) => `As of ${date}, practices replicated: `,
    replicatedOf: (published, threshold) =>
      ` out of ${published} published${threshold === undefined ? '' : `; each is in use in at least ${threshold}`}. Improvement projects finished: `,
    andReleased: '; they released ',
    aYear: ' a year.',
    countersTitle: 'Three counters',
    processes: 'Processes improved',
    processesRule: (date) => `Projects closed no later than ${date}; one project is one process.`,
    byResult: (improved, accelerated, simplified, unnamed) =>
      `${improved} improved, ${accelerated} accelerated, ${simplified} simplified${unnamed === undefined ? '' : `, ${unnamed} not named`}`,
    practices: 'Practices replicated',
    practicesRule: (date, threshold) =>
      `Practices published no later than ${date} that meet the rule of replication on that day${threshold === undefined ? '' : `: in use in at least ${threshold} (legal successors)`}.`,
    ofPublished: (published, unknown) => `out of ${published} published; undecided: ${unknown}`,
    adoptions: 'Adoptions in force',
    adoptionsRule: (date) =>
      `Pairs of practice and municipality in force on ${date}; predecessors of one municipality count once.`,
    adoptionsNote: 'only those with a date of implementation',
    threeCounters:
      'A process, a practice and an adoption are different things, and none of the three counters can be computed from another: a practice grows out of one process and is adopted in many municipalities.',
    resultsTitle: 'What came of it',
    hours: 'Person-hours released a year',
    hoursRule: (date) =>
      `Sum of (base − result) × yearly volume over “Labour input” of projects closed no later than ${date}; worsened results are subtracted.`,
    releasedNote: 'released capacity, not posts that were cut',
    headcount: 'People released from processes',
    headcountRule: (date) =>
      `Sum of (base − result) over “Headcount involved” of projects closed no later than ${date}; worsened results are subtracted.`,
    headcountNote: 'people; these are not posts that were cut',
    certificates: 'Certificates in force',
    certificatesRule: (date) => `Issued no later than ${date} and not revoked by then.`,
    certificatesNote: (regional, federal, mayRegional, mayFederal) =>
      `${regional} regional, ${federal} federal; eligible: ${mayRegional} and ${mayFederal}`,
    municipalities: 'Municipalities',
    municipalitiesRule: (date) => `In existence on ${date}.`,
    sitesNote: (sites) => `training sites in operation: ${sites}`,
    mapTitle: 'Practices in use in each municipality',
    mapNote: 'Each tile is a municipality at its approximate place, coloured by its number of practices.',
    historyTitle: 'Practices replicated by quarter',
    leadersTitle: 'Municipalities with most practices in use',
    practicesInUse: 'Practices in use',
    municipality: 'Municipality',
    date: 'As of',
    decisionsTitle: 'Needs a decision',
    nothingToDecide: 'There are no open questions on this day.',
    unknownItem: (policy, date) => ({
      before: `${policy}: information is missing to decide on `,
      after: '.',
      rule: `Published practices that the rule “${policy}” cannot decide on ${date}.`,
    }),
    worsenedItem: (date) => ({
      before: 'Result worse than the base: ',
      after: '. Check the measurements or go back.',
      rule: `Indicators of projects closed no later than ${date} whose result is worse than their base.`,
    }),
    missingItem: (date) => ({
      before: 'Without a base or a result: ',
      after: '. They are in no sum.',
      rule: `Indicators of projects closed no later than ${date} without a base or a result.`,
    }),
    withoutVolumeItem: (date) => ({
      before: 'Labour input without a yearly volume: ',
      after: '. They are not in the hours released.',
      rule: `Indicators “Labour input” of projects closed no later than ${date} without a yearly volume.`,
    }),
    uncoveredItem: (names) => `Served by no training site: ${names}.`,
    severalItem: (name, sites) => `${name} lies in several clusters at once: ${sites}. Assign one.`,
    dissolvedItem: (site, host) => `${site}: its host municipality no longer exists — ${host}.`,
    doubtfulItem: (date) => ({
      before: 'The basis is not shown to hold: ',
      after: '. Review them or complete the documents.',
      rule: `Certificates in force on ${date} whose practice does not meet the rule of their level, or may not.`,
    }),
    unknownTitle: 'What cannot be decided',
    unknownCaption: (date) => `Practices that cannot be decided on ${date}, and what is missing`,
    whatIsMissing: 'What is missing',
    rule: 'Rule',
    worsenedTitle: 'Results worse than the base',
    worsenedCaption: 'Indicators of finished projects, the greatest loss first',
    doubtfulTitle: 'Certificates whose basis is not shown to hold',
    doubtfulCaption: (date) => `In force on ${date}, but the rule of their level is not shown to be met`,
    firstOf: (shown, all) =>
      `The first ${shown} out of ${all}; the codes of all records are in the JSON version.`,
    project: 'Project',
    indicator: 'Indicator',
    base: 'Base',
    result: 'Result',
    change: 'Change',
    certificate: 'Certificate',
    level: 'Level',
    why: 'Why',
    practicesTitle: 'Most replicated practices',
    practicesCaption: (shown, all, date) =>
      `The first ${shown} out of ${all} published by ${date}, by number of municipalities`,
    allPractices: 'All practices are in the report ',
    matrix: '“Replication matrix”',
    practicesNote:
      'The number counts municipalities that use the practice; an interval where information is missing.',
    practice: 'Practice',
    author: 'Author',
    replication: 'Replication',
    regional: 'Regional certificate',
    federal: 'Federal certificate',
    municipalitiesTitle: 'Results by municipality',
    municipalitiesCaption: (date) => `Municipalities on ${date}, by number of practices in use`,
    authored: 'Own practices',
    authoredRule: (date) =>
      `Practices published by ${date}; the author is the municipality or one of its predecessors.`,
    replicated: 'Of these replicated',
    replicatedRule: (date) => `Own practices that meet the rule of replication on ${date}.`,
    total: 'Total',
  },
}
