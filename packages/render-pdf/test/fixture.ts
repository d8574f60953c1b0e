import type { Block, Layout, Locale, Report, Table } from '@tirazh/spec'
import { encode } from 'fast-png'

/** A report of the blocks. */
export function reportOf(blocks: readonly Block[], more: Partial<Report> = {}): Report {
  return {
    ...{ schema: 'report/1', id: 'summary', locale: 'ru', title: 'Тиражирование практик' },
    ...{ issuer: 'Проектный офис', issuedOn: '2026-10-05', notice: 'Демонстрационные данные' },
    provenance: { asOf: '2026-09-30', source: 'Реестр практик', generator: 'tirazh 0.0.0', policies: [] },
    blocks,
    ...more,
  }
}

/** Every kind of block, with what is special about printing them. */
export function everything(locale: Locale, layout: Layout = 'report'): Report {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const noun = {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  }
  const ids = Array.from({ length: 39 }, (_, index) => `ВН-${String(index + 1).padStart(4, '0')}`)
  const basis = {
    rule: say('Внедрение засчитывается после замера', 'An adoption counts once it has been measured'),
    records: [{ kind: 'adoption', noun, ids }],
  }
  const quarters = ['IV 2025', 'I 2026', 'II 2026', 'III 2026']
  const trend = [340, 355, 360, 439].map((value, index) => ({ label: quarters[index] ?? '', value }))
  const places = ['Бор', 'Вад', 'Выкса', 'Дальнеконстантиновский', 'Шахунья']
  const money = (minor: number) => ({ as: 'money', minor, currency: 'RUB' }) as const
  const chart = { type: 'chart', labelTitle: say('Муниципалитет', 'Municipality') } as const

  return reportOf(
    [
      {
        type: 'lead',
        content: [
          say('За квартал муниципалитеты переняли ', 'In the quarter municipalities adopted '),
          { as: 'number', value: 439, unit: say('практик', 'practices'), basis },
          say(' — на ', ', '),
          { as: 'share', value: 0.267, signed: true },
          say(' больше, чем кварталом ранее.', ' more than in the quarter before.'),
        ],
      },
      {
        type: 'metrics',
        items: [
          {
            ...{ label: say('Тиражировано практик', 'Practices replicated'), trend },
            ...{ value: { as: 'number', value: 439, basis }, plan: { as: 'number', value: 430 } },
            note: say('+27 % к II кварталу', '+27% on Q2'),
          },
          {
            label: say('Подтверждённый эффект', 'Confirmed effect'),
            ...{ value: money(71_610_000_050), plan: money(68_030_000_000) },
          },
          {
            label: say('Доля тиражируемых практик', 'Share of replicated practices'),
            ...{ value: { as: 'share', value: 0.65 }, plan: { as: 'share', value: 0.6 } },
          },
          {
            label: say('Аттестовано специалистов', 'People certified'),
            value: { as: 'interval', low: 870, high: 871, unit: say('чел.', 'people') },
          },
        ],
      },
      { type: 'heading', level: 2, text: say('Где тиражируют чаще', 'Where more is replicated') },
      {
        type: 'columns',
        columns: [
          [
            {
              ...chart,
              ...{ chart: 'dumbbell', title: say('Квартал к кварталу', 'Quarter to quarter') },
              ...{ fromTitle: say('II квартал', 'Q2'), toTitle: say('III квартал', 'Q3') },
              note: say('Пять лидеров.', 'The five leaders.'),
              items: places.map((label, index) => ({ label, from: 20 - index * 3, to: 24 - index * 3 })),
            },
          ],
          [
            {
              ...chart,
              ...{ chart: 'bullet', title: say('Факт и план', 'Actual and plan') },
              valueTitle: say('Внедрений', 'Adoptions'),
              items: places.map((label, index) => ({ label, value: 24 - index * 3, plan: 22 - index * 2 })),
            },
          ],
        ],
      },
      {
        ...chart,
        ...{ chart: 'line', title: say('Четыре квартала', 'Four quarters'), labels: quarters },
        series: [
          { title: say('Факт', 'Actual'), values: [340, 355, null, 439] },
          { title: say('План', 'Plan'), values: [330, 350, 380, 430] },
        ],
      },
      { type: 'heading', level: 3, text: say('Практики', 'Practices') },
      practices(locale),
      wideTable(locale),
      {
        type: 'callout',
        tone: 'attention',
        title: say('Требует решения', 'Needs a decision'),
        blocks: [
          {
            type: 'list',
            items: [
              {
                content: [
                  say('Назначить до ', 'Appoint by '),
                  { as: 'date', value: '2026-10-20', style: 'long' },
                  '.',
                ],
              },
            ],
          },
        ],
      },
      {
        type: 'list',
        items: [
          {
            status: 'unknown',
            content: [say('Практика тиражирована', 'The practice is replicated')],
            items: [
              { status: 'met', content: [say('Эффект подтверждён', 'The effect is confirmed')] },
              { status: 'unmet', content: [say('Выкса: прекращено', 'Vyksa: ended')] },
            ],
          },
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [{ content: [say('Первое', 'First')] }, { content: [say('Второе', 'Second')] }],
      },
      {
        type: 'facts',
        items: [
          { label: say('Номер', 'Number'), value: 'ПР-0102' },
          {
            label: say('Срок', 'Period'),
            value: [say('с ', 'from '), { as: 'date', value: '2024-02-12', style: 'long' }],
          },
        ],
      },
      { type: 'page-break' },
      {
        ...{ type: 'image', alt: say('Эмблема: синий квадрат', 'Emblem: a blue square'), width: 20 },
        caption: say('Эмблема программы', 'The emblem of the programme'),
        source: { as: 'file', mediaType: 'image/png', base64: emblem() },
      },
      {
        ...{ type: 'image', alt: say('QR-код доклада', 'QR code of the report') },
        source: { as: 'qr', text: 'https://example.org/доклад?id=1' },
      },
      {
        ...{ type: 'custom', name: 'host/seal', data: { colour: 'red' } },
        fallback: [{ type: 'paragraph', content: [say('Место печати', 'Place of the seal')] }],
      },
      {
        type: 'signature',
        position: say('Заместитель Губернатора Нижегородской области', 'Deputy Governor'),
        ...{ name: say('И. О. Фамилия', 'A. B. Surname'), on: '2026-10-05' },
      },
    ],
    {
      ...{ locale, layout },
      title: say('Тиражирование бережливых практик', 'Replication of lean practices'),
      subtitle: say('Сводный доклад за III квартал 2026 года', 'Summary for the third quarter of 2026'),
      notice: say('Демонстрационные данные', 'Demonstration data'),
    },
  )
}

/** A table with a total, a bar, a link, a decision with why, what is unknown and what does not apply. */
export function practices(locale: Locale): Table {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const record = { kind: 'practice', id: 'ПР-0001' }
  const why = { rule: say('14 муниципалитетов из 15', '14 municipalities of 15'), records: [] }
  return {
    type: 'table',
    caption: say('Три практики', 'Three practices'),
    columns: [
      { title: say('Практика', 'Practice'), rowHeader: true },
      { title: say('Внедрений', 'Adoptions'), bar: true },
      { title: say('Начата', 'Started') },
      { title: say('Эффект', 'Effect') },
      { title: say('Решение', 'Decision') },
    ],
    rows: [
      [
        { as: 'reference', text: say('Единое окно', 'One-stop shop'), record, report: 'passport/ПР-0001' },
        { as: 'number', value: 31 },
        { as: 'date', value: '2025-02-01' },
        { as: 'money', minor: 5_840_000_000, currency: 'RUB' },
        { as: 'status', status: 'met', text: say('тиражирована', 'replicated') },
      ],
      [
        say('Канбан ремонтных заявок', 'Kanban for repairs'),
        { as: 'number', value: -4 },
        { as: 'unknown', text: say('не указана', 'not recorded') },
        null,
        { as: 'status', status: 'unknown', text: say('не хватает данных', 'data are missing'), basis: why },
      ],
      [
        say('Маршруты школьных автобусов', 'Routes of school buses'),
        { as: 'number', value: 20, bound: 'more-than' },
        { as: 'date', value: '2025-07-15' },
        { as: 'money', minor: 2_110_000_000, currency: 'RUB' },
        { as: 'status', status: 'unmet', text: say('не тиражирована', 'not replicated') },
      ],
    ],
    total: [
      say('Всего', 'Total'),
      { as: 'number', value: 47 },
      null,
      { as: 'money', minor: 7_950_000_000, currency: 'RUB' },
      null,
    ],
    note: say('Без проверки.', 'Unchecked.'),
  }
}

/** Municipalities against twelve practices: short marks below turned titles. */
export function wideTable(locale: Locale, columns = 12): Table {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const marks = ['✓', '—'] as const
  return {
    type: 'table',
    caption: say('Кто что перенял', 'Who adopted what'),
    columns: [
      { title: say('Муниципалитет', 'Municipality'), rowHeader: true },
      ...Array.from({ length: columns }, (_, index) => ({
        title: say(`Практика бережливого приёма ${index + 1}`, `Practice of lean reception ${index + 1}`),
        narrow: true,
        as: 'status' as const,
      })),
    ],
    rows: ['Бор', 'Вад', 'Выкса'].map((place, row) => [
      place,
      ...Array.from({ length: columns }, (_, index) =>
        (row + index) % 3 === 0
          ? null
          : ({
              as: 'status',
              status: (row + index) % 2 === 0 ? 'met' : 'unmet',
              text: marks[index % 2] === '—' ? say('нет', 'no') : say('да', 'yes'),
            } as const),
      ),
    ]),
  }
}

/** A certificate with its name, signatures and QR code. */
export function certificate(locale: Locale, name = 'Ёлкина Мария Юрьевна', number = '001000'): Report {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  return reportOf(
    [
      { type: 'paragraph', content: [say('Настоящим подтверждается, что', 'This is to certify that')] },
      { type: 'lead', content: [name] },
      {
        type: 'paragraph',
        content: [
          say(
            'прошла аттестацию по программе «Бережливый офис: от эталона к тиражу», ',
            'has been certified in “The lean office: from a model to its replication”, ',
          ),
          { as: 'number', value: 72, unit: say('ч', 'h') },
          say(', и может вести тиражирование практик.', ', and may lead the replication of practices.'),
        ],
      },
      {
        type: 'signature',
        position: say('Руководитель проектного офиса', 'Head of the project office'),
        name: say('И. О. Фамилия', 'A. B. Surname'),
      },
      {
        ...{ type: 'image', alt: say('QR-код для проверки', 'QR code to check it') },
        source: { as: 'qr', text: `https://example.org/certificates/${number}` },
      },
    ],
    {
      ...{ id: `certificate/${number}`, locale, layout: 'certificate' },
      title: say('Сертификат', 'Certificate'),
      subtitle: say(`№ ${number}`, `No. ${number}`),
    },
  )
}

/** A picture of 8 × 8 blue pixels in base64. */
function emblem(): string {
  const data = Uint8Array.from({ length: 8 * 8 * 3 }, (_, index) => [11, 79, 148][index % 3] ?? 0)
  return Buffer.from(encode({ width: 8, height: 8, data, channels: 3, depth: 8 })).toString('base64')
}
