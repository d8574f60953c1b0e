import type { Locale } from '@tirazh/spec'
import type { Standing } from './uses.js'

/** The wording of the matrix. Numbers and dates arrive already formatted for the language. */
export interface MatrixTexts {
  readonly title: string
  subtitle(region: string, date: string): string
  /** Before the number of pairs in use. */
  inUse(date: string): string
  /** Between it and the number of pairs there could be. */
  readonly ofPossible: string
  /** After that number, before the share. */
  readonly possible: string
  readonly possibleRule: string
  shareRule(date: string): string
  pairsRule(date: string): string
  mostAndLeast(most: string, least: string): string
  nowhere(practices: string): string
  everywhere(practices: string): string
  readonly everywhereNone: string
  readonly nothingPublished: string
  readonly noMunicipalities: string
  notCounted(date: string): string
  readonly legendTitle: string
  /** A mark of the table in a word. */
  readonly mark: Readonly<Record<Standing, string>>
  /** What the word means, before the number of such marks. */
  readonly meaning: Readonly<Record<Standing, string>>
  quoted(word: string): string
  readonly emptyMeaning: string
  meaningRule(word: string, date: string): string
  readonly tableTitle: string
  caption(date: string): string
  readonly practice: string
  readonly replication: string
  readonly municipalities: string
  readonly total: string
  readonly limitedPractices: string
  readonly limitedMunicipalities: string
  readonly unpublished: string
  readonly notExisting: string
  readonly notCountable: string
  readonly pendingTitle: string
  pendingCaption(date: string): string
  readonly adoption: string
  readonly municipality: string
  readonly whatIsMissing: string
}

export const matrixTexts: Readonly<Record<Locale, MatrixTexts>> = {
  ru: {
    title: 'Где какая практика действует',
    subtitle: (region, date) => `Практики и муниципалитеты ${region} на ${date}`,
    inUse: (date) => `На ${date} действует `,
    ofPossible: ' из ',
    possible: ' возможных (',
    possibleRule: 'Каждая практика таблицы в каждом её муниципалитете.',
    shareRule: (date) => `Доля пар «практика — муниципалитет», действующих на ${date}, среди всех возможных.`,
    pairsRule: (date) =>
      `Пары «практика — муниципалитет», действующие на ${date}; предшественники одного муниципалитета считаются один раз.`,
    mostAndLeast: (most, least) => ` Больше всего практик — ${most}, меньше всего — ${least}.`,
    nowhere: (practices) => ` Нигде не действует: ${practices}.`,
    everywhere: (practices) => ` Во всех муниципалитетах: ${practices}.`,
    everywhereNone: ' Ни одна практика ещё не действует во всех муниципалитетах.',
    nothingPublished: 'На этот день в реестре нет ни одной опубликованной или действующей практики.',
    noMunicipalities: 'На этот день в реестре нет ни одного муниципалитета.',
    notCounted: (date) =>
      `На ${date} правило тиражирования внедрений не считает, поэтому сказать, что где действует, нельзя.`,
    legendTitle: 'Что значат слова в таблице',
    mark: {
      'in-use': 'да',
      pending: 'может',
      planned: 'план',
      lapsed: 'было',
      declined: 'отказ',
      rejected: 'нет',
    },
    meaning: {
      'in-use': ' — практика действует, тиражирование её учитывает: ',
      pending: ' — возможно, действует: для решения не хватает сведений: ',
      planned: ' — запланирована или внедряется, день внедрения ещё не наступил или не назван: ',
      lapsed: ' — действовала, прекращена: ',
      declined: ' — муниципалитет отказался: ',
      rejected: ' — внедрение есть, но правило его не учитывает: ',
    },
    quoted: (word) => `«${word}»`,
    emptyMeaning: 'Пустая клетка — о внедрении ничего не записано; это не отказ.',
    meaningRule: (word, date) => `Клетки таблицы со словом «${word}» на ${date}.`,
    tableTitle: 'Практики по муниципалитетам',
    caption: (date) =>
      `Что правило тиражирования говорит о каждой паре на ${date}; слева муниципалитеты, где практик больше`,
    practice: 'Практика',
    replication: 'Тиражирование',
    municipalities: 'Муниципалитетов',
    total: 'Действует практик',
    limitedPractices: 'Показаны только выбранные практики.',
    limitedMunicipalities:
      'Показаны только выбранные муниципалитеты; столбец «Муниципалитетов» считает по всем.',
    unpublished: 'Есть практики, которые действуют, но не опубликованы: правило к ним не применяется.',
    notExisting:
      'Последние столбцы — коды, за которыми на этот день нет муниципалитета, хотя внедрения у них записаны.',
    notCountable: 'правило не считает',
    pendingTitle: 'Где не хватает сведений',
    pendingCaption: (date) => `Внедрения, о которых на ${date} нельзя сказать, действуют ли они`,
    adoption: 'Внедрение',
    municipality: 'Муниципалитет',
    whatIsMissing: 'Чего не хватает',
  },
  en: {
    title: 'Which practice is used where',
    subtitle: (region, date) => `Practices and municipalities ${region} as of ${date}`,
    inUse: (date) => `In use as of ${date}: `,
    ofPossible: ' out of ',
    possible: ' that are possible (',
    possibleRule: 'Every practice of the table in every municipality of it.',
    shareRule: (date) => `Pairs of practice and municipality in use on ${date} out of all that are possible.`,
    pairsRule: (date) =>
      `Pairs of practice and municipality in use on ${date}; the predecessors of one municipality count once.`,
    mostAndLeast: (most, least) => ` Most practices: ${most}; fewest: ${least}.`,
    nowhere: (practices) => ` Used nowhere: ${practices}.`,
    everywhere: (practices) => ` Used in every municipality: ${practices}.`,
    everywhereNone: ' No practice is used in every municipality yet.',
    nothingPublished: 'On this day the register has no practice that is published or in use.',
    noMunicipalities: 'On this day the register has no municipality.',
    notCounted: (date) =>
      `The rule of replication counts no adoptions on ${date}, so nobody can say what is in use where.`,
    legendTitle: 'What the words in the table mean',
    mark: {
      'in-use': 'yes',
      pending: 'maybe',
      planned: 'plan',
      lapsed: 'was',
      declined: 'refused',
      rejected: 'no',
    },
    meaning: {
      'in-use': ' – the practice is in use and replication counts it: ',
      pending: ' – it may be in use; too little is recorded to say: ',
      planned: ' – planned or in progress; the day of implementation has not come or is not named: ',
      lapsed: ' – it was in use and has ended: ',
      declined: ' – the municipality declined: ',
      rejected: ' – there is an adoption that the rule does not count: ',
    },
    quoted: (word) => `“${word}”`,
    emptyMeaning: 'An empty cell: nothing is recorded about an adoption, which is not a refusal.',
    meaningRule: (word, date) => `Cells of the table that say “${word}” on ${date}.`,
    tableTitle: 'Practices by municipality',
    caption: (date) =>
      `What the rule of replication says about each pair on ${date}; municipalities with more practices on the left`,
    practice: 'Practice',
    replication: 'Replication',
    municipalities: 'Municipalities',
    total: 'Practices in use',
    limitedPractices: 'Only the chosen practices are shown.',
    limitedMunicipalities:
      'Only the chosen municipalities are shown; the column “Municipalities” counts all of them.',
    unpublished: 'Some practices are in use but not published: the rule does not apply to them.',
    notExisting: 'The last columns are codes with adoptions that stand for no municipality on this day.',
    notCountable: 'the rule does not count',
    pendingTitle: 'Where something is missing',
    pendingCaption: (date) => `Adoptions of which nobody can say whether they are in use on ${date}`,
    adoption: 'Adoption',
    municipality: 'Municipality',
    whatIsMissing: 'What is missing',
  },
}
