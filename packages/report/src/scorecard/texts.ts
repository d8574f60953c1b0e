import type { Locale } from '@tirazh/spec'
import type { Standing } from '../matrix/uses.js'
import type { CountedText } from './work-texts.js'

/** The wording of a scorecard. Numbers and dates arrive already formatted for the language. */
export interface ScorecardTexts {
  subtitle(code: string, date: string): string
  /** Before the number of practices in use. */
  inUse(date: string): string
  /** After it: the place among so many municipalities. */
  place(first: string, last: string, of: string): string
  ownReplicated(replicated: string, published: string): string
  readonly noOwn: string
  notExisting(name: string, date: string): string
  existsFrom(date: string): string
  dissolvedOn(date: string): string
  notCountable(date: string): string
  led(succession: string): string
  readonly predecessors: string
  readonly practicesInUse: string
  inUseRule(date: string): string
  inUseNote(others: string, own: string, pending: string | undefined): string
  readonly facts: {
    readonly code: string
    readonly type: string
    readonly population: string
    readonly people: string
    readonly place: string
    readonly clusters: string
    readonly noCluster: string
    readonly notRecorded: string
  }
  readonly populationRule: string
  placeValue(first: string, last: string, of: string): string
  readonly placeUnknown: string
  readonly placeTitle: string
  readonly rankingTitle: string
  readonly rankingNote: string
  readonly matesTitle: string
  readonly municipality: string
  readonly takenTitle: string
  takenCaption(date: string): string
  readonly nothingTaken: string
  readonly practice: string
  readonly author: string
  readonly implemented: string
  readonly basis: string
  readonly fidelity: string
  readonly fidelityRule: string
  readonly adoption: string
  readonly waitingTitle: string
  waitingCaption(date: string): string
  readonly standing: Readonly<Record<Exclude<Standing, 'in-use'>, string>>
  readonly whatWithIt: string
  readonly why: string
  since(date: string): string
  readonly notRecorded: string
  pendingItem(date: string): CountedText
  readonly uncoveredItem: string
  severalItem(sites: string): string
}

export const scorecardTexts: Readonly<Record<Locale, ScorecardTexts>> = {
  ru: {
    subtitle: (code, date) => `Карточка муниципалитета ${code} на ${date}`,
    inUse: (date) => `На ${date} здесь действует `,
    place: (first, last, of) =>
      first === last
        ? ` — ${first}-е место из ${of}.`
        : ` — ${first}–${last}-е места из ${of}, поровну с другими.`,
    ownReplicated: (replicated, published) => ` Своих практик тиражировано ${replicated} из ${published}.`,
    noOwn: ' Своих опубликованных практик пока нет.',
    notExisting: (name, date) => `На ${date} муниципалитета ${name} нет`,
    existsFrom: (date) => `: он существует с ${date}.`,
    dissolvedOn: (date) => `: он упразднён ${date}, правопреемник не записан.`,
    notCountable: (date) =>
      `На ${date} правило тиражирования внедрений не считает, поэтому сказать, сколько практик здесь действует, нельзя.`,
    led: (succession) => `${succession}. Ниже — о правопреемнике.`,
    predecessors:
      'Записи предшественников считаются здесь за все годы: ряды по кварталам даны в нынешних границах.',
    practicesInUse: 'Действует практик',
    inUseRule: (date) =>
      `Практики с внедрением в муниципалитете, которое действует на ${date}; каждая считается один раз.`,
    inUseNote: (others, own, pending) =>
      `перенято у других ${others}, своих ${own}${pending === undefined ? '' : `; ещё по ${pending} не хватает сведений`}`,
    facts: {
      code: 'Код ОКТМО',
      type: 'Вид',
      population: 'Население',
      people: 'чел.',
      place: 'Место по числу действующих практик',
      clusters: 'Куст',
      noCluster: 'не входит ни в один куст действующей площадки',
      notRecorded: 'не указано',
    },
    populationRule: 'Население, записанное за муниципалитетом; население предшественников не прибавлено.',
    placeValue: (first, last, of) =>
      first === last ? `${first} из ${of}` : `${first}–${last} из ${of} (поровну с другими)`,
    placeUnknown: 'не определяется',
    placeTitle: 'Место в регионе',
    rankingTitle: 'Соседи по числу действующих практик',
    rankingNote: 'Перед названием — место; равные делят его.',
    matesTitle: 'Рядом в кусте',
    municipality: 'Муниципалитет',
    takenTitle: 'Что муниципалитет перенял',
    takenCaption: (date) => `Чужие практики, действующие здесь на ${date}; последние внедрённые первыми`,
    nothingTaken: 'На этот день ни одна чужая практика здесь не действует.',
    practice: 'Практика',
    author: 'Автор',
    implemented: 'Внедрено',
    basis: 'Основание',
    fidelity: 'Соответствие ядру',
    fidelityRule: 'Доля ядра практики, которая перенята, как она записана во внедрении.',
    adoption: 'Внедрение',
    waitingTitle: 'Что ещё не действует или уже не действует',
    waitingCaption: (date) => `Внедрения, которые правило тиражирования на ${date} не учитывает, и почему`,
    standing: {
      pending: 'не хватает сведений',
      planned: 'запланировано или внедряется',
      lapsed: 'прекращено',
      declined: 'отказ',
      rejected: 'не учтено',
    },
    whatWithIt: 'Что с ней',
    why: 'Почему',
    since: (date) => `с ${date}`,
    notRecorded: 'не указано',
    pendingItem: (date) => ({
      before: 'Нельзя сказать, действует ли: ',
      after: '. Дополнить записи.',
      rule: `Внедрения в муниципалитете, о которых на ${date} для решения не хватает сведений.`,
    }),
    uncoveredItem: 'Муниципалитет не обслуживает ни одна действующая площадка.',
    severalItem: (sites) => `Состоит сразу в нескольких кустах: ${sites}. Назначить один.`,
  },
  en: {
    subtitle: (code, date) => `Scorecard of municipality ${code} as of ${date}`,
    inUse: (date) => `In use here as of ${date}: `,
    place: (first, last, of) =>
      first === last ? ` – place ${first} of ${of}.` : ` – shared places ${first}–${last} of ${of}.`,
    ownReplicated: (replicated, published) =>
      ` Of its own practices ${replicated} of ${published} are replicated.`,
    noOwn: ' It has no published practice of its own yet.',
    notExisting: (name, date) => `There is no municipality ${name} on ${date}`,
    existsFrom: (date) => `: it exists from ${date}.`,
    dissolvedOn: (date) => `: it was dissolved on ${date}, and no successor is recorded.`,
    notCountable: (date) =>
      `The rule of replication counts no adoptions on ${date}, so nobody can say how many practices are in use here.`,
    led: (succession) => `${succession}. What follows is about the successor.`,
    predecessors:
      'The records of predecessors count here in all years: the quarters are shown within the bounds of today.',
    practicesInUse: 'Practices in use',
    inUseRule: (date) =>
      `Practices with an adoption in the municipality that is in force on ${date}; each counts once.`,
    inUseNote: (others, own, pending) =>
      `taken over from others ${others}, own ${own}${pending === undefined ? '' : `; about ${pending} more too little is recorded`}`,
    facts: {
      code: 'OKTMO code',
      type: 'Type',
      population: 'Population',
      people: 'people',
      place: 'Place by practices in use',
      clusters: 'Cluster',
      noCluster: 'in no cluster of an open training site',
      notRecorded: 'not recorded',
    },
    populationRule: 'The population recorded for the municipality; that of predecessors is not added.',
    placeValue: (first, last, of) =>
      first === last ? `${first} of ${of}` : `${first}–${last} of ${of} (shared)`,
    placeUnknown: 'cannot be told',
    placeTitle: 'Place in the region',
    rankingTitle: 'Neighbours by practices in use',
    rankingNote: 'The place stands before the name; equals share it.',
    matesTitle: 'Beside it in the cluster',
    municipality: 'Municipality',
    takenTitle: 'What the municipality took over',
    takenCaption: (date) => `Practices of others in use here on ${date}, the latest first`,
    nothingTaken: 'On this day no practice of others is in use here.',
    practice: 'Practice',
    author: 'Author',
    implemented: 'Implemented',
    basis: 'Basis',
    fidelity: 'Fidelity to the core',
    fidelityRule: 'The share of the core of the practice that was taken over, as recorded in the adoption.',
    adoption: 'Adoption',
    waitingTitle: 'What is not in use yet or any more',
    waitingCaption: (date) => `Adoptions that the rule of replication does not count on ${date}, and why`,
    standing: {
      pending: 'something is missing',
      planned: 'planned or in progress',
      lapsed: 'ended',
      declined: 'declined',
      rejected: 'not counted',
    },
    whatWithIt: 'Standing',
    why: 'Why',
    since: (date) => `since ${date}`,
    notRecorded: 'not recorded',
    pendingItem: (date) => ({
      before: 'Nobody can say whether it is in use: ',
      after: '. Complete the records.',
      rule: `Adoptions in the municipality about which too little is recorded on ${date}.`,
    }),
    uncoveredItem: 'No open training site serves the municipality.',
    severalItem: (sites) => `It is in several clusters at once: ${sites}. Assign one.`,
  },
}
