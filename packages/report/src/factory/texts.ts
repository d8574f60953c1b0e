import type { Locale } from '@tirazh/spec'
import type { CountedText } from '../scorecard/work-texts.js'

/** The wording of a report on a training site. Numbers and dates arrive already formatted for the language. */
export interface FactoryTexts {
  subtitle(id: string, date: string): string
  /** Before the number of municipalities served. */
  serves(date: string): string
  ofMunicipalities(of: string): string
  servesNobody(date: string): string
  notYetOpen(date: string, openedOn: string): string
  closedOn(date: string, closedOn: string): string
  practices(published: string, replicated: string): string
  readonly noPractices: string
  readonly served: string
  servedRule(date: string): string
  servedNote(share: string, of: string): string
  readonly population: string
  populationRule(date: string): string
  readonly people: string
  populationShare(share: string): string
  populationUnknown(unknown: string, of: string): string
  readonly regionUnknown: string
  readonly populationMissing: string
  readonly clusterTitle: string
  clusterCaption(date: string): string
  readonly municipality: string
  readonly from: string
  readonly until: string
  readonly belongs: string
  readonly yes: string
  readonly no: string
  readonly explained: string
  readonly notRecorded: string
  readonly facts: {
    readonly code: string
    readonly host: string
    readonly opened: string
    readonly closed: string
    readonly stillOpen: string
  }
  readonly funnelTitle: string
  funnelCaption(date: string): string
  readonly stage: string
  readonly projects: string
  stageRule(stage: string, date: string): string
  readonly undated: string
  undatedRule(stage: string, date: string): string
  readonly noDates: string
  readonly funnelNote: string
  readonly noProjects: string
  readonly improvedTitle: string
  readonly improvedChart: string
  readonly improvedChartNote: string
  readonly improvedCaption: string
  readonly improvedRule: string
  readonly before: string
  readonly after: string
  readonly indicator: string
  readonly project: string
  readonly base: string
  readonly result: string
  readonly change: string
  readonly noImproved: string
  firstOf(shown: string, all: string): string
  readonly comparedTitle: string
  comparedCaption(date: string): string
  readonly inCluster: string
  readonly inUse: string
  inUseRule(date: string): string
  readonly place: string
  placeRule(date: string): string
  readonly notCountable: string
  readonly finishedHere: string
  finishedRule(date: string): string
  readonly practicesHere: string
  practicesRule(date: string): string
  readonly replicatedHere: string
  replicatedRule(date: string): string
  dissolvedHostItem(host: string): string
  dissolvedMemberItem(succession: string): string
  sharedItem(date: string): CountedText
  openAfterClosingItem(date: string): CountedText
}

export const factoryTexts: Readonly<Record<Locale, FactoryTexts>> = {
  ru: {
    subtitle: (id, date) => `Площадка ${id} и её куст на ${date}`,
    serves: (date) => `На ${date} площадка обслуживает `,
    ofMunicipalities: (of) => ` из ${of}.`,
    servesNobody: (date) => `На ${date} площадка не обслуживает ни одного муниципалитета.`,
    notYetOpen: (date, openedOn) => `На ${date} площадка ещё не открыта: она открывается ${openedOn}.`,
    closedOn: (date, closedOn) => `На ${date} площадка закрыта: она не работает с ${closedOn}.`,
    practices: (published, replicated) =>
      ` Из них выросло практик: ${published}, тиражировано: ${replicated}.`,
    noPractices: ' Опубликованных практик из них пока не выросло.',
    served: 'Обслуживает муниципалитетов',
    servedRule: (date) =>
      `Муниципалитеты (правопреемники на ${date}), которые на этот день входят в куст площадки.`,
    servedNote: (share, of) => `${share} от ${of} региона`,
    population: 'Обслуживает жителей',
    populationRule: (date) => `Сумма записанного населения муниципалитетов куста, существующих на ${date}.`,
    people: 'чел.',
    populationShare: (share) => `${share} населения региона`,
    populationUnknown: (unknown, of) => `население не записано у ${unknown} из ${of} куста`,
    regionUnknown: 'доля не вычисляется: население записано не у всех муниципалитетов региона',
    populationMissing: 'не указано',
    clusterTitle: 'Кто входит в куст',
    clusterCaption: (date) => `Состав куста по записям и что он значит на ${date}`,
    municipality: 'Муниципалитет',
    from: 'Входит с',
    until: 'Вышел с',
    belongs: 'Входит в этот день',
    yes: 'да',
    no: 'нет',
    explained: 'Что с муниципалитетом',
    notRecorded: 'не указано',
    facts: {
      code: 'Код',
      host: 'Размещена',
      opened: 'Открыта',
      closed: 'Закрыта',
      stillOpen: 'нет',
    },
    funnelTitle: 'Путь проектов площадки',
    funnelCaption: (date) => `Сколько проектов прошли каждый этап к ${date}`,
    stage: 'Этап',
    projects: 'Проектов',
    stageRule: (stage, date) =>
      `Проекты площадки, у которых день этапа «${stage}» записан и наступил не позднее ${date}.`,
    undated: 'Прошли, но день не записан',
    undatedRule: (stage, date) =>
      `Проекты площадки без дня этапа «${stage}», у которых к ${date} пройден более поздний этап.`,
    noDates: 'дни не записаны',
    funnelNote: 'Этап, дней которого нет ни у одного проекта, показан как неизвестный, а не как нуль.',
    noProjects: 'На этот день у площадки нет ни одного проекта с датами.',
    improvedTitle: 'Что изменилось сильнее всего',
    improvedChart: 'До и после: база принята за 100',
    improvedChartNote: 'Показатели разных единиц сравнимы только в долях базы.',
    improvedCaption: 'Наибольшие улучшения в завершённых проектах площадки',
    improvedRule: '(факт − база) / база по показателям завершённых проектов площадки.',
    before: 'До',
    after: 'После',
    indicator: 'Показатель',
    project: 'Проект',
    base: 'База',
    result: 'Факт',
    change: 'Изменение',
    noImproved: 'Улучшений с измеренными базой и фактом на этот день нет.',
    firstOf: (shown, all) => `Показаны первые ${shown} из ${all}.`,
    comparedTitle: 'Муниципалитеты куста рядом',
    comparedCaption: (date) => `Что у муниципалитетов куста есть на ${date}`,
    inCluster: 'В кусте',
    inUse: 'Действует практик',
    inUseRule: (date) =>
      `Практики всех авторов с внедрением в муниципалитете, которое действует на ${date}; каждая считается один раз.`,
    place: 'Место в регионе',
    placeRule: (date) =>
      `Сколько муниципалитетов региона на ${date} используют больше практик, и ещё один; равные делят место.`,
    notCountable: 'правило не считает',
    finishedHere: 'Завершил проектов площадки',
    finishedRule: (date) => `Проекты площадки, закрытые муниципалитетом не позднее ${date}.`,
    practicesHere: 'Дал практик площадки',
    practicesRule: (date) => `Практики из проектов площадки, опубликованные не позднее ${date}.`,
    replicatedHere: 'Из них тиражировано',
    replicatedRule: (date) =>
      `Практики из проектов площадки, для которых на ${date} выполнено правило тиражирования.`,
    dissolvedHostItem: (host) =>
      `Муниципалитета, где площадка размещена, больше нет: ${host}. Закрепить площадку заново.`,
    dissolvedMemberItem: (succession) =>
      `В составе куста упразднённый муниципалитет: ${succession}. Обновить состав.`,
    sharedItem: (date) => ({
      before: 'Состоит сразу в нескольких кустах: ',
      after: '. Назначить один.',
      rule: `Муниципалитеты куста, которые на ${date} входят и в куст другой действующей площадки.`,
    }),
    openAfterClosingItem: (date) => ({
      before: 'Площадка не работает, а не закрыто: ',
      after: '. Передать или закрыть.',
      rule: `Проекты площадки, начатые и не закрытые на ${date}.`,
    }),
  },
  en: {
    subtitle: (id, date) => `Training site ${id} and its cluster as of ${date}`,
    serves: (date) => `As of ${date} the site serves `,
    ofMunicipalities: (of) => ` out of ${of}.`,
    servesNobody: (date) => `On ${date} the site serves no municipality.`,
    notYetOpen: (date, openedOn) => `On ${date} the site is not open yet: it opens on ${openedOn}.`,
    closedOn: (date, closedOn) => `On ${date} the site is closed: it has not worked since ${closedOn}.`,
    practices: (published, replicated) =>
      ` Practices that grew out of them: ${published}, replicated: ${replicated}.`,
    noPractices: ' No published practice has grown out of them yet.',
    served: 'Municipalities served',
    servedRule: (date) =>
      `Municipalities (legal successors on ${date}) that belong to the cluster of the site on that day.`,
    servedNote: (share, of) => `${share} of the ${of} of the region`,
    population: 'People served',
    populationRule: (date) =>
      `Sum of the recorded population of the municipalities of the cluster that exist on ${date}.`,
    people: 'people',
    populationShare: (share) => `${share} of the population of the region`,
    populationUnknown: (unknown, of) =>
      `the population is not recorded for ${unknown} of the ${of} of the cluster`,
    regionUnknown:
      'the share cannot be computed: the population is not recorded for every municipality of the region',
    populationMissing: 'not recorded',
    clusterTitle: 'Who belongs to the cluster',
    clusterCaption: (date) => `The cluster as recorded and what it means on ${date}`,
    municipality: 'Municipality',
    from: 'Belongs from',
    until: 'Left on',
    belongs: 'Belongs on this day',
    yes: 'yes',
    no: 'no',
    explained: 'What became of it',
    notRecorded: 'not recorded',
    facts: {
      code: 'Code',
      host: 'Host',
      opened: 'Opened',
      closed: 'Closed',
      stillOpen: 'no',
    },
    funnelTitle: 'The way of its projects',
    funnelCaption: (date) => `How many projects went through each stage by ${date}`,
    stage: 'Stage',
    projects: 'Projects',
    stageRule: (stage, date) =>
      `Projects of the site whose day for the stage “${stage}” is recorded and has come by ${date}.`,
    undated: 'Went through, day not recorded',
    undatedRule: (stage, date) =>
      `Projects of the site without a day for the stage “${stage}” that have gone through a later one by ${date}.`,
    noDates: 'no days are recorded',
    funnelNote: 'A stage for which no project has a day is shown as unknown and not as zero.',
    noProjects: 'On this day the site has no project with dates.',
    improvedTitle: 'What changed most',
    improvedChart: 'Before and after: the base is 100',
    improvedChartNote: 'Indicators of different units can be compared in shares of the base only.',
    improvedCaption: 'The largest improvements in finished projects of the site',
    improvedRule: '(result − base) / base over indicators of finished projects of the site.',
    before: 'Before',
    after: 'After',
    indicator: 'Indicator',
    project: 'Project',
    base: 'Base',
    result: 'Result',
    change: 'Change',
    noImproved: 'On this day there is no improvement with a measured base and result.',
    firstOf: (shown, all) => `The first ${shown} of ${all} are shown.`,
    comparedTitle: 'The municipalities of the cluster side by side',
    comparedCaption: (date) => `What the municipalities of the cluster have on ${date}`,
    inCluster: 'In the cluster',
    inUse: 'Practices in use',
    inUseRule: (date) =>
      `Practices of all authors with an adoption in the municipality that is in force on ${date}; each counts once.`,
    place: 'Place in the region',
    placeRule: (date) =>
      `How many municipalities of the region use more practices on ${date}, and one; equals share a place.`,
    notCountable: 'the rule does not count',
    finishedHere: 'Projects of the site finished',
    finishedRule: (date) => `Projects of the site closed by the municipality by ${date}.`,
    practicesHere: 'Practices of the site given',
    practicesRule: (date) => `Practices from projects of the site published by ${date}.`,
    replicatedHere: 'Of these replicated',
    replicatedRule: (date) =>
      `Practices from projects of the site that meet the rule of replication on ${date}.`,
    dissolvedHostItem: (host) =>
      `The municipality that hosts the site no longer exists: ${host}. Assign the site anew.`,
    dissolvedMemberItem: (succession) =>
      `A dissolved municipality is in the cluster: ${succession}. Bring the cluster up to date.`,
    sharedItem: (date) => ({
      before: 'In several clusters at once: ',
      after: '. Assign one.',
      rule: `Municipalities of the cluster that belong to the cluster of another open site on ${date} as well.`,
    }),
    openAfterClosingItem: (date) => ({
      before: 'The site does not work, and not closed are: ',
      after: '. Hand them over or close them.',
      rule: `Projects of the site begun and not closed on ${date}.`,
    }),
  },
}
