import type { Locale } from '@tirazh/spec'
import type { Measure } from './collect.js'

/** The wording of the report on dynamics. Numbers and dates arrive already formatted for the language. */
export interface DynamicsTexts {
  readonly title: string
  subtitle(region: string, from: string, to: string): string
  /** Before the first figure of the finding. */
  asOf(date: string): string
  readonly leadReplicated: string
  readonly leadProcesses: string
  readonly leadHours: string
  readonly figuresTitle: string
  readonly names: Readonly<Record<Measure, string>>
  readonly rules: Readonly<Record<Measure, (date: string) => string>>
  readonly rowRules: Readonly<Record<Measure, string>>
  readonly coverage: string
  coverageRule(date: string): string
  readonly coverageRowRule: string
  readonly existingRule: string
  readonly pointsRule: string
  readonly populationRule: string
  coverageNote(served: string, all: string): string
  /** `amount` such as «122», `how` such as «+254,2 %; в 3,5 раза больше, чем год назад». */
  up(amount: string, how: string): string
  down(amount: string, how: string): string
  readonly same: string
  times(count: string): string
  readonly noPercent: string
  readonly noBefore: string
  points(points: string): string
  readonly pointsUnit: string
  readonly pastTitle: string
  readonly past: readonly string[]
  readonly fellTitle: string
  /** Before the figure of the day. */
  fell(name: string, from: string): string
  readonly fellText: string
  readonly chartsTitle: string
  /** `day` as «24 декабря». */
  chartsText(day: string): string
  readonly year: string
  readonly practicesChart: string
  readonly practicesChartNote: string
  readonly countsChart: string
  readonly countsChartNote: string
  readonly hoursChart: string
  readonly peopleChart: string
  readonly day: string
  readonly valuesTitle: string
  readonly valuesCaption: string
  undecidedOn(date: string, count: string): string
  readonly undecidedNote: string
  readonly absoluteCaption: string
  readonly absoluteRule: string
  readonly relativeRule: string
  readonly relativeCaption: string
  readonly relativeNote: string
  readonly period: string
  readonly notComputed: string
  readonly notMeasured: string
  readonly coverageTitle: string
  readonly coverageCaption: string
  readonly coverageTableNote: string
  readonly municipalities: string
  readonly served: string
  readonly share: string
  readonly pointsColumn: string
  readonly population: string
  readonly populationUnknown: string
}

export const dynamicsTexts: Readonly<Record<Locale, DynamicsTexts>> = {
  ru: {
    title: 'Динамика программы по годам',
    subtitle: (region, from, to) => `Год к году ${region}: с ${from} по ${to}`,
    asOf: (date) => `На ${date} `,
    leadReplicated: 'тиражировано практик: ',
    leadProcesses: 'завершено проектов улучшения: ',
    leadHours: 'высвобождено человеко-часов в год: ',
    figuresTitle: 'Главное за год',
    names: {
      processes: 'Улучшено процессов',
      practices: 'Опубликовано практик',
      replicated: 'Тиражировано практик',
      adoptions: 'Действует внедрений',
      certificates: 'Действует сертификатов',
      hours: 'Высвобождено человеко-часов в год',
      people: 'Высвобождено людей в процессах',
    },
    rules: {
      processes: (date) => `Проекты, закрытые не позднее ${date}; один проект — один процесс.`,
      practices: (date) => `Практики, опубликованные не позднее ${date}.`,
      replicated: (date) =>
        `Практики, опубликованные не позднее ${date}, для которых на этот день выполнено правило тиражирования.`,
      adoptions: (date) =>
        `Пары «практика — муниципалитет», действующие на ${date}; предшественники одного муниципалитета считаются один раз.`,
      certificates: (date) => `Выданы не позднее ${date} и не отозваны к этому дню.`,
      hours: (date) =>
        `Сумма (база − факт) × объём в год по показателю «Трудоёмкость» проектов, закрытых не позднее ${date}; ухудшения вычтены.`,
      people: (date) =>
        `Сумма (база − факт) по показателю «Численность» проектов, закрытых не позднее ${date}; ухудшения вычтены.`,
    },
    rowRules: {
      processes: 'Проекты, закрытые не позднее дня строки; один проект — один процесс.',
      practices: 'Практики, опубликованные не позднее дня строки.',
      replicated:
        'Практики, опубликованные не позднее дня строки, с выполненным на этот день правилом тиражирования.',
      adoptions: 'Пары «практика — муниципалитет», действующие в день строки.',
      certificates: 'Сертификаты, выданные не позднее дня строки и не отозванные к нему.',
      hours:
        'Сумма (база − факт) × объём в год по показателю «Трудоёмкость» проектов, закрытых не позднее дня строки.',
      people: 'Сумма (база − факт) по показателю «Численность» проектов, закрытых не позднее дня строки.',
    },
    coverage: 'Муниципалитетов обслуживают площадки',
    coverageRule: (date) =>
      `Муниципалитеты, которые существуют на ${date} и входят в куст хотя бы одной действующей площадки, от всех муниципалитетов этого дня.`,
    coverageRowRule:
      'Муниципалитеты дня строки, которые входят в куст хотя бы одной действующей в этот день площадки.',
    existingRule: 'Муниципалитеты, которые существуют в день строки.',
    pointsRule: 'Доля на день строки минус доля на тот же день предыдущего года.',
    populationRule: 'Жители обслуживаемых муниципалитетов от жителей всех муниципалитетов дня строки.',
    coverageNote: (served, all) => `${served} из ${all}`,
    up: (amount, how) => `за год больше на ${amount} (${how})`,
    down: (amount, how) => `за год меньше на ${amount} (${how})`,
    same: 'за год без изменений',
    times: (count) => `в ${count} больше, чем год назад`,
    noPercent: 'в процентах не вычисляется: год назад был ноль',
    noBefore: 'сравнить с прошлым годом нельзя: нет данных',
    points: (points) => `за год ${points}`,
    pointsUnit: 'п. п.',
    pastTitle: 'Как получены цифры прошлых лет',
    past: [
      'Цифры каждого года посчитаны сегодня: по нынешнему реестру, на указанный день, по правилам в редакции того дня.',
      'Числа, опубликованные тогда, могут отличаться: с тех пор записи могли быть дополнены и исправлены.',
      'Все цифры — на указанный день, а не за год.',
    ],
    fellTitle: 'За год снизилось',
    fell: (name, from) => `${name}: было ${from}, стало `,
    fellText: 'Так бывает, если записи перестали действовать или вошли проекты с ухудшением.',
    chartsTitle: 'Как это росло',
    chartsText: (day) => `Каждая точка — на ${day} своего года.`,
    year: 'Год',
    practicesChart: 'Практики и сертификаты',
    practicesChartNote:
      'Между опубликованными и тиражированными — практики, которым ещё не хватает внедрений или сведений.',
    countsChart: 'Процессы и внедрения',
    countsChartNote: 'Это разные счётчики: один не вычисляется из другого.',
    hoursChart: 'Высвобождено человеко-часов в год',
    peopleChart: 'Высвобождено людей, занятых в процессах',
    day: 'На день',
    valuesTitle: 'Все цифры',
    valuesCaption: 'Показатели программы на один и тот же день каждого года',
    undecidedOn: (date, count) => `${date} — по ${count}`,
    undecidedNote: 'Для решения о тиражировании не хватало сведений: ',
    absoluteCaption: 'Прирост за год, в единицах показателя',
    absoluteRule: 'Значение на день строки минус значение на тот же день предыдущего года.',
    relativeRule: 'Прирост за год, делённый на значение предыдущего года.',
    relativeCaption: 'Прирост за год, в процентах к предыдущему году',
    relativeNote:
      'Прирост на 100 % — это вдвое больше, на 200 % — втрое. Если год назад был ноль, процент не вычисляется.',
    period: 'За год по',
    notComputed: 'не вычисляется',
    notMeasured: 'не измерялось',
    coverageTitle: 'Охват площадками',
    coverageCaption: 'Муниципалитеты, которые обслуживает хотя бы одна действующая площадка',
    coverageTableNote:
      'Изменение доли — в процентных пунктах. Доля населения считается, только если население указано у всех муниципалитетов.',
    municipalities: 'Муниципалитетов',
    served: 'Обслуживается',
    share: 'Доля',
    pointsColumn: 'Изменение, п. п.',
    population: 'Доля населения',
    populationUnknown: 'население указано не у всех',
  },
  en: {
    title: 'The programme year on year',
    subtitle: (region, from, to) => `Year on year ${region}: from ${from} to ${to}`,
    asOf: (date) => `As of ${date}, `,
    leadReplicated: 'practices replicated: ',
    leadProcesses: 'improvement projects finished: ',
    leadHours: 'person-hours released a year: ',
    figuresTitle: 'The year in short',
    names: {
      processes: 'Processes improved',
      practices: 'Practices published',
      replicated: 'Practices replicated',
      adoptions: 'Adoptions in force',
      certificates: 'Certificates in force',
      hours: 'Person-hours released a year',
      people: 'People released from processes',
    },
    rules: {
      processes: (date) => `Projects closed no later than ${date}; one project is one process.`,
      practices: (date) => `Practices published no later than ${date}.`,
      replicated: (date) =>
        `Practices published no later than ${date} that meet the rule of replication on that day.`,
      adoptions: (date) =>
        `Pairs of practice and municipality in force on ${date}; predecessors of one municipality count once.`,
      certificates: (date) => `Issued no later than ${date} and not revoked by then.`,
      hours: (date) =>
        `Sum of (base − result) × yearly volume over “Labour input” of projects closed no later than ${date}; worsened results are subtracted.`,
      people: (date) =>
        `Sum of (base − result) over “Headcount involved” of projects closed no later than ${date}; worsened results are subtracted.`,
    },
    rowRules: {
      processes: 'Projects closed no later than the day of the row; one project is one process.',
      practices: 'Practices published no later than the day of the row.',
      replicated:
        'Practices published no later than the day of the row that meet the rule of replication on that day.',
      adoptions: 'Pairs of practice and municipality in force on the day of the row.',
      certificates: 'Certificates issued no later than the day of the row and not revoked by then.',
      hours:
        'Sum of (base − result) × yearly volume over “Labour input” of projects closed no later than the day of the row.',
      people:
        'Sum of (base − result) over “Headcount involved” of projects closed no later than the day of the row.',
    },
    coverage: 'Municipalities served by training sites',
    coverageRule: (date) =>
      `Municipalities in existence on ${date} that lie in the cluster of at least one open training site, of all municipalities of that day.`,
    coverageRowRule:
      'Municipalities of the day of the row that lie in the cluster of at least one training site open on it.',
    existingRule: 'Municipalities in existence on the day of the row.',
    pointsRule: 'The share on the day of the row less that on the same day of the year before.',
    populationRule:
      'People of the municipalities served, of those of all municipalities of the day of the row.',
    coverageNote: (served, all) => `${served} of ${all}`,
    up: (amount, how) => `up by ${amount} in a year (${how})`,
    down: (amount, how) => `down by ${amount} in a year (${how})`,
    same: 'unchanged in a year',
    times: (count) => `${count} as many as a year ago`,
    noPercent: 'no percentage can be computed: a year ago there was none',
    noBefore: 'cannot be compared with the year before: there are no data',
    points: (points) => `${points} in a year`,
    pointsUnit: 'p.p.',
    pastTitle: 'Where the figures of past years come from',
    past: [
      'The figures of each year are computed today: from the register as it is now, as of the day named, by the rules as worded on that day.',
      'Numbers published then may differ: records may have been completed and corrected since.',
      'All figures are as of the day named, not within the year.',
    ],
    fellTitle: 'Lower than a year ago',
    fell: (name, from) => `${name}: from ${from} to `,
    fellText: 'This happens where records are no longer in force or projects with a worsened result came in.',
    chartsTitle: 'How it grew',
    chartsText: (day) => `Each point is as of ${day} of its year.`,
    year: 'Year',
    practicesChart: 'Practices and certificates',
    practicesChartNote:
      'Between those published and those replicated are practices that still lack adoptions or information.',
    countsChart: 'Processes and adoptions',
    countsChartNote: 'These are different counters: neither can be computed from the other.',
    hoursChart: 'Person-hours released a year',
    peopleChart: 'People released from processes',
    day: 'As of',
    valuesTitle: 'All figures',
    valuesCaption: 'Figures of the programme on the same day of each year',
    undecidedOn: (date, count) => `${date}: ${count}`,
    undecidedNote: 'Practices that could not be decided for want of information: ',
    absoluteCaption: 'Change over a year, in the units of the figure',
    absoluteRule: 'The figure on the day of the row less that on the same day of the year before.',
    relativeRule: 'The change over a year divided by the figure of the year before.',
    relativeCaption: 'Change over a year, in percent of the year before',
    relativeNote:
      'A rise of 100% is twice as much, of 200% three times as much. Where there was none a year before, no percentage can be computed.',
    period: 'Year to',
    notComputed: 'cannot be computed',
    notMeasured: 'not measured',
    coverageTitle: 'Coverage by training sites',
    coverageCaption: 'Municipalities served by at least one open training site',
    coverageTableNote:
      'The share changes in percentage points. The share of people is computed only where the population of every municipality is recorded.',
    municipalities: 'Municipalities',
    served: 'Served',
    share: 'Share',
    pointsColumn: 'Change, p.p.',
    population: 'Share of people',
    populationUnknown: 'population not recorded for all',
  },
}
