import type { CertificateLevel } from '@tirazh/core'
import type { Locale } from '@tirazh/spec'

/** The wording of a certificate. Dates arrive already formatted for the language. */
export interface CertificateTexts {
  readonly title: Readonly<Record<CertificateLevel, string>>
  readonly titleRevoked: Readonly<Record<CertificateLevel, string>>
  subtitle(number: string, date: string): string
  readonly confirms: string
  readonly wasIssued: string
  /** After the title of the practice: «(ПР-0001, муниципалитет Кстовский) … отвечает правилу …». */
  meets(practice: string, municipality: string, rule: string, date: string): string
  /** The same where that is not shown to be so. */
  issuedTo(practice: string, municipality: string): string
  readonly issuer: string
  readonly successor: string
  readonly rule: string
  readonly remark: string
  readonly check: string
  readonly defence: string
  onDate(id: string, date: string): string
  readonly standing: string
  inForce(date: string): string
  readonly revokedTitle: string
  revoked(date: string): string
  readonly doubtfulTitle: string
  doubtful(date: string, why: string): string
  qrAlt(number: string): string
  verify(address: string): string
  plain(number: string, level: string, practice: string, date: string): string
  readonly plainCaption: string
}

export const certificateTexts: Readonly<Record<Locale, CertificateTexts>> = {
  ru: {
    title: { regional: 'Региональный сертификат', federal: 'Федеральный сертификат' },
    titleRevoked: {
      regional: 'Региональный сертификат — отозван',
      federal: 'Федеральный сертификат — отозван',
    },
    subtitle: (number, date) => `№ ${number} от ${date}`,
    confirms: 'Настоящим подтверждается, что практика',
    wasIssued: 'Сертификат выдан практике',
    meets: (practice, municipality, rule, date) =>
      `(${practice}, муниципалитет ${municipality}) на ${date} отвечает правилу «${rule}».`,
    issuedTo: (practice, municipality) => `(${practice}, муниципалитет ${municipality}).`,
    issuer: 'Кем выдан',
    successor: 'Правопреемник',
    rule: 'Правило уровня',
    remark: 'Замечание к основанию',
    check: 'Проверка',
    defence: 'Защита',
    onDate: (id, date) => `${id} от ${date}`,
    standing: 'Состояние',
    inForce: (date) => `действует на ${date}`,
    revokedTitle: 'Сертификат отозван',
    revoked: (date) => `Сертификат не действует с ${date} и ничего не подтверждает.`,
    doubtfulTitle: 'Основание не подтверждается',
    doubtful: (date, why) =>
      `Сертификат не отозван, но на ${date} соответствие практики правилу не подтверждается: ${why}.`,
    qrAlt: (number) => `QR-код сертификата ${number}`,
    verify: (address) => `Проверить: ${address}`,
    plain: (number, level, practice, date) =>
      `Сертификат ${number} (${level}), практика ${practice}, выдан ${date}`,
    plainCaption: 'В коде — номер сертификата, практика и дата выдачи',
  },
  en: {
    title: { regional: 'Regional certificate', federal: 'Federal certificate' },
    titleRevoked: {
      regional: 'Regional certificate — revoked',
      federal: 'Federal certificate — revoked',
    },
    subtitle: (number, date) => `No. ${number} of ${date}`,
    confirms: 'This confirms that the practice',
    wasIssued: 'The certificate was issued for the practice',
    meets: (practice, municipality, rule, date) =>
      `(${practice}, municipality: ${municipality}) meets the rule “${rule}” on ${date}.`,
    issuedTo: (practice, municipality) => `(${practice}, municipality: ${municipality}).`,
    issuer: 'Issuer',
    successor: 'Legal successor',
    rule: 'Rule of the level',
    remark: 'Remark on the basis',
    check: 'Check',
    defence: 'Defence',
    onDate: (id, date) => `${id} of ${date}`,
    standing: 'State',
    inForce: (date) => `in force on ${date}`,
    revokedTitle: 'The certificate is revoked',
    revoked: (date) => `The certificate has not been in force since ${date} and confirms nothing.`,
    doubtfulTitle: 'The basis is not shown to hold',
    doubtful: (date, why) =>
      `The certificate has not been revoked, but on ${date} the practice is not shown to meet the rule: ${why}.`,
    qrAlt: (number) => `QR code of the certificate ${number}`,
    verify: (address) => `Verify: ${address}`,
    plain: (number, level, practice, date) =>
      `Certificate ${number} (${level}), practice ${practice}, issued ${date}`,
    plainCaption: 'The code holds the number of the certificate, the practice and the date of issue',
  },
}
