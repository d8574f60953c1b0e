import type { CertificateLevel } from '@tirazh/core'
import type { Locale } from '@tirazh/spec'
import type { BasisFlaw, CertificateState } from './standing.js'

/** Words that every report about certificates shares. */
export interface StandingTexts {
  readonly flaws: Readonly<Record<BasisFlaw, string>>
  readonly notRecorded: string
}

export const standingTexts: Readonly<Record<Locale, StandingTexts>> = {
  ru: {
    flaws: {
      'no-check': 'не указана',
      'no-defence': 'не указана',
      'check-after-issue': 'проверка позже выдачи',
      'defence-after-issue': 'защита позже выдачи',
      'defence-failed': 'защита не пройдена',
      'defence-of-other-level': 'защита другого уровня',
    },
    notRecorded: 'не указано',
  },
  en: {
    flaws: {
      'no-check': 'not recorded',
      'no-defence': 'not recorded',
      'check-after-issue': 'the check is later than the certificate',
      'defence-after-issue': 'the defence is later than the certificate',
      'defence-failed': 'the defence was not passed',
      'defence-of-other-level': 'the defence is of another level',
    },
    notRecorded: 'not recorded',
  },
}

/** The wording of the register of certificates. Numbers and dates arrive formatted for the language. */
export interface CertificationTexts {
  readonly title: string
  subtitle(region: string, date: string): string
  /** Before the number of valid certificates. */
  asOf(date: string): string
  byLevel(regional: string, federal: string): string
  /** Before the number of doubtful ones. */
  readonly ofWhichDoubtful: string
  readonly noneDoubtful: string
  /** Before the number of practices that may be certified. */
  readonly mayBe: string
  readonly figuresTitle: string
  readonly valid: string
  validRule(date: string): string
  readonly doubtful: string
  doubtfulRule(date: string): string
  readonly doubtfulNote: string
  readonly revoked: string
  revokedRule(date: string): string
  readonly revokedNote: string
  readonly eligible: Readonly<Record<CertificateLevel, string>>
  eligibleRule(level: CertificateLevel, date: string): string
  undecidedNote(count: string): string
  readonly yearsTitle: string
  readonly yearsChart: string
  readonly yearsChartNote: string
  readonly yearsCaption: string
  readonly year: string
  readonly issuedOf: Readonly<Record<CertificateLevel, string>>
  issuedRule(date: string): string
  readonly revokedSince: string
  readonly total: string
  readonly decisionsTitle: string
  readonly nothingToDecide: string
  readonly decideUnmet: Around
  readonly decideUnknown: Around
  readonly decideFlawed: Around
  readonly decideEligible: Readonly<Record<CertificateLevel, Around>>
  readonly decideUndecided: Readonly<Record<CertificateLevel, Around>>
  unmetRule(date: string): string
  unknownRule(date: string): string
  readonly flawedRule: string
  undecidedRule(level: CertificateLevel, date: string): string
  readonly doubtfulTitle: string
  doubtfulCaption(date: string): string
  readonly eligibleTitle: string
  eligibleCaption(date: string): string
  readonly eligibleText: string
  readonly noneEligible: string
  revokedBefore(certificate: string, date: string): string
  readonly registerTitle: string
  registerCaption(level: CertificateLevel, date: string): string
  readonly registerNote: string
  readonly certificate: string
  readonly level: string
  readonly practice: string
  readonly municipality: string
  readonly issued: string
  readonly issuer: string
  readonly check: string
  readonly defence: string
  readonly state: string
  readonly rule: string
  readonly why: string
  readonly before: string
  heldOn(id: string, date: string): string
  readonly states: Readonly<Record<CertificateState, string>>
  revokedOn(date: string): string
}

/** The words around a count. */
export interface Around {
  readonly before: string
  readonly after: string
}

const levelOf: Readonly<Record<Locale, Readonly<Record<CertificateLevel, string>>>> = {
  ru: { regional: 'регионального', federal: 'федерального' },
  en: { regional: 'regional', federal: 'federal' },
}

export const certificationTexts: Readonly<Record<Locale, CertificationTexts>> = {
  ru: {
    title: 'Реестр сертификатов',
    subtitle: (region, date) => `Сертификаты бережливых практик ${region} на ${date}`,
    asOf: (date) => `На ${date} действует сертификатов: `,
    byLevel: (regional, federal) => ` (региональных ${regional}, федеральных ${federal})`,
    ofWhichDoubtful: '. Не подтверждается основание у: ',
    noneDoubtful: '. Основание каждого из них подтверждается',
    mayBe: '. По правилам уже сейчас можно сертифицировать практик: ',
    figuresTitle: 'Главное',
    valid: 'Действует сертификатов',
    validRule: (date) => `Выданы не позднее ${date} и не отозваны к этому дню.`,
    doubtful: 'Основание не подтверждается',
    doubtfulRule: (date) =>
      `Действуют на ${date}, но практика не отвечает правилу своего уровня, либо сведений для решения не хватает.`,
    doubtfulNote: 'они действуют, но требуют пересмотра',
    revoked: 'Отозвано',
    revokedRule: (date) => `Отозваны не позднее ${date}.`,
    revokedNote: 'за всё время',
    eligible: {
      regional: 'Можно сертифицировать: региональный уровень',
      federal: 'Можно сертифицировать: федеральный уровень',
    },
    eligibleRule: (level, date) =>
      `Практики, опубликованные не позднее ${date}, которые отвечают правилу ${levelOf.ru[level]} сертификата и не имеют действующего.`,
    undecidedNote: (count) => `ещё по ${count} не хватает сведений`,
    yearsTitle: 'Выдано по годам',
    yearsChart: 'Выдано сертификатов по годам',
    yearsChartNote: 'По году выдачи; отозванные с тех пор тоже учтены.',
    yearsCaption: 'Сертификаты по году выдачи и уровню',
    year: 'Год выдачи',
    issuedOf: { regional: 'Региональных', federal: 'Федеральных' },
    issuedRule: (date) => `Сертификаты, выданные не позднее ${date}, включая отозванные.`,
    revokedSince: 'Из них отозвано',
    total: 'Всего',
    decisionsTitle: 'Требует решения',
    nothingToDecide: 'На этот день открытых вопросов по сертификатам нет.',
    decideUnmet: {
      before: 'Практика не отвечает правилу своего уровня: ',
      after: '. Подтвердить соответствие или отозвать.',
    },
    decideUnknown: {
      before: 'Соответствие правилу проверить нельзя, не хватает сведений: ',
      after: '. Дополнить документы.',
    },
    decideFlawed: {
      before: 'Проверка или защита не указана либо не подходит: ',
      after: '. Уточнить основание в реестре.',
    },
    decideEligible: {
      regional: {
        before: 'Отвечают правилу регионального сертификата, но не имеют его: ',
        after: '. Решить о выдаче.',
      },
      federal: {
        before: 'Отвечают правилу федерального сертификата, но не имеют его: ',
        after: '. Решить о представлении.',
      },
    },
    decideUndecided: {
      regional: {
        before: 'Для решения о региональном сертификате не хватает сведений: ',
        after: '. Дополнить реестр.',
      },
      federal: {
        before: 'Для решения о федеральном сертификате не хватает сведений: ',
        after: '. Дополнить реестр.',
      },
    },
    unmetRule: (date) => `Действуют на ${date}, но правило своего уровня на этот день не выполнено.`,
    unknownRule: (date) => `Действуют на ${date}, но правило своего уровня не даёт ответа.`,
    flawedRule:
      'Действующие сертификаты, у которых проверка или защита не указана, проведена позже выдачи, не пройдена либо другого уровня.',
    undecidedRule: (level, date) =>
      `Практики, опубликованные не позднее ${date}, без действующего ${levelOf.ru[level]} сертификата, по которым его правило не даёт ответа.`,
    doubtfulTitle: 'Основание не подтверждается',
    doubtfulCaption: (date) => `Сертификаты, основание которых на ${date} не подтверждается, и почему`,
    eligibleTitle: 'Что можно сертифицировать сейчас',
    eligibleCaption: (date) => `Практики, отвечающие правилу на ${date}, без действующего сертификата`,
    eligibleText:
      'Эти практики отвечают правилу уровня, но действующего сертификата этого уровня у них нет. Решение принимает орган, который выдаёт сертификаты.',
    noneEligible: 'Практик, которые отвечают правилу и не имеют сертификата, нет.',
    revokedBefore: (certificate, date) => `${certificate} отозван ${date}`,
    registerTitle: 'Все сертификаты',
    registerCaption: (level, date) =>
      `${level === 'regional' ? 'Региональные' : 'Федеральные'} сертификаты, выданные не позднее ${date}, в порядке выдачи`,
    registerNote:
      'Под вопросом — действует, но основание не подтверждается. Правило — соответствие практики правилу своего уровня на день доклада, а не на день выдачи; у отозванных не проверяется.',
    certificate: 'Номер',
    level: 'Уровень',
    practice: 'Практика',
    municipality: 'Муниципалитет',
    issued: 'Выдан',
    issuer: 'Кем выдан',
    check: 'Проверка',
    defence: 'Защита',
    state: 'Состояние',
    rule: 'Правило',
    why: 'Почему',
    before: 'Прежний сертификат',
    heldOn: (id, date) => `${id} от ${date}`,
    states: {
      valid: 'действует',
      doubtful: 'под вопросом',
      revoked: 'отозван',
    },
    revokedOn: (date) => `отозван ${date}`,
  },
  en: {
    title: 'Register of certificates',
    subtitle: (region, date) => `Certificates of lean practices ${region} as of ${date}`,
    asOf: (date) => `As of ${date}, certificates in force: `,
    byLevel: (regional, federal) => ` (${regional} regional, ${federal} federal)`,
    ofWhichDoubtful: '. The basis is not shown to hold for: ',
    noneDoubtful: '. The basis of each of them holds',
    mayBe: '. By the rules, practices that may be certified now: ',
    figuresTitle: 'In short',
    valid: 'Certificates in force',
    validRule: (date) => `Issued no later than ${date} and not revoked by then.`,
    doubtful: 'The basis is not shown to hold',
    doubtfulRule: (date) =>
      `In force on ${date}, but the practice does not meet the rule of their level, or information is missing to decide.`,
    doubtfulNote: 'they are in force but need a review',
    revoked: 'Revoked',
    revokedRule: (date) => `Revoked no later than ${date}.`,
    revokedNote: 'since the beginning',
    eligible: { regional: 'May be certified: regional level', federal: 'May be certified: federal level' },
    eligibleRule: (level, date) =>
      `Practices published no later than ${date} that meet the rule of the ${levelOf.en[level]} certificate and have none in force.`,
    undecidedNote: (count) => `undecided: ${count}`,
    yearsTitle: 'Issued by year',
    yearsChart: 'Certificates issued by year',
    yearsChartNote: 'By year of issue, including those revoked since.',
    yearsCaption: 'Certificates by year of issue and level',
    year: 'Year of issue',
    issuedOf: { regional: 'Regional', federal: 'Federal' },
    issuedRule: (date) => `Certificates issued no later than ${date}, including revoked ones.`,
    revokedSince: 'Revoked since',
    total: 'Total',
    decisionsTitle: 'Needs a decision',
    nothingToDecide: 'There are no open questions about certificates on this day.',
    decideUnmet: {
      before: 'The practice does not meet the rule of its level: ',
      after: '. Confirm it or revoke.',
    },
    decideUnknown: {
      before: 'Information is missing to check the rule: ',
      after: '. Complete the documents.',
    },
    decideFlawed: {
      before: 'The check or the defence is not recorded or does not fit: ',
      after: '. Correct the basis in the register.',
    },
    decideEligible: {
      regional: {
        before: 'They meet the rule of the regional certificate but have none: ',
        after: '. Decide whether to issue it.',
      },
      federal: {
        before: 'They meet the rule of the federal certificate but have none: ',
        after: '. Decide whether to propose them.',
      },
    },
    decideUndecided: {
      regional: {
        before: 'Information is missing to decide on the regional certificate: ',
        after: '. Complete the register.',
      },
      federal: {
        before: 'Information is missing to decide on the federal certificate: ',
        after: '. Complete the register.',
      },
    },
    unmetRule: (date) => `In force on ${date}, but the rule of their level is not met on that day.`,
    unknownRule: (date) => `In force on ${date}, but the rule of their level cannot be decided.`,
    flawedRule:
      'Certificates in force whose check or defence is not recorded, is later than the certificate, was not passed or is of another level.',
    undecidedRule: (level, date) =>
      `Practices published no later than ${date} without a ${levelOf.en[level]} certificate in force whose rule cannot be decided.`,
    doubtfulTitle: 'The basis is not shown to hold',
    doubtfulCaption: (date) => `Certificates whose basis is not shown to hold on ${date}, and why`,
    eligibleTitle: 'What may be certified now',
    eligibleCaption: (date) => `Practices that meet the rule on ${date} without a certificate in force`,
    eligibleText:
      'These practices meet the rule of the level but have no certificate of it in force. The body that issues certificates decides.',
    noneEligible: 'There are no practices that meet a rule without having its certificate.',
    revokedBefore: (certificate, date) => `${certificate} revoked on ${date}`,
    registerTitle: 'All certificates',
    registerCaption: (level, date) =>
      `${level === 'regional' ? 'Regional' : 'Federal'} certificates issued no later than ${date}, in the order of issue`,
    registerNote:
      'In doubt: in force, but the basis is not shown to hold. Rule: whether the practice meets the rule of the level on the day of this report, not on the day of issue; not asked of revoked ones.',
    certificate: 'Number',
    level: 'Level',
    practice: 'Practice',
    municipality: 'Municipality',
    issued: 'Issued',
    issuer: 'Issuer',
    check: 'Check',
    defence: 'Defence',
    state: 'State',
    rule: 'Rule',
    why: 'Why',
    before: 'Earlier certificate',
    heldOn: (id, date) => `${id} of ${date}`,
    states: { valid: 'in force', doubtful: 'in doubt', revoked: 'revoked' },
    revokedOn: (date) => `revoked on ${date}`,
  },
}
