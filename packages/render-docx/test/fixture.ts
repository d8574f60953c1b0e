import type { Block, Locale, Report } from '@tirazh/spec'
import { encode } from 'fast-png'

/** Red and white stripes, twice as wide as high. */
export const stripes: string = Buffer.from(
  encode({
    ...{ width: 40, height: 20, channels: 3, depth: 8 },
    data: Uint8Array.from({ length: 40 * 20 * 3 }, (_, at) =>
      at % 3 === 0 || Math.floor(at / 3 / 40) % 8 < 4 ? 220 : 60,
    ),
  }),
).toString('base64')

/** A report with every kind of block, chart and value. */
export function everything(locale: Locale): Report {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const noun = {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  }
  const ids = Array.from({ length: 39 }, (_, index) => `ВН-${String(index + 1).padStart(4, '0')}`)
  const basis = {
    rule: say('Внедрение засчитывается после замера', 'An adoption counts once it has been measured'),
    records: [{ kind: 'adoption', noun, ids }],
    report: 'counting',
  }
  const places = ['Бор', 'Вад', 'Выкса', 'Дальнеконстантиновский', 'Шахунья']
  const quarters = ['I 2025', 'II 2025', 'III 2025', 'IV 2025', 'I 2026', 'II 2026']
  const titles = {
    labelTitle: say('Муниципалитет', 'Municipality'),
    valueTitle: say('Внедрений', 'Adoptions'),
  }
  const bars: Block = {
    ...{ type: 'chart', chart: 'bars', title: say('Лидеры', 'Leaders'), ...titles },
    items: places.map((label, index) => ({ label, value: index === 3 ? null : 24 - index * 5 })),
  }
  const columns: Block = {
    ...{ type: 'chart', chart: 'columns', title: say('Факт и план', 'Actual and plan') },
    ...{ labelTitle: say('Квартал', 'Quarter'), valueTitle: say('Факт', 'Actual') },
    items: quarters.map((label, index) => ({
      label,
      value: index === 2 ? null : 320 + index * 31,
      ...(index === 5 ? {} : { plan: 330 + index * 30 }),
    })),
  }
  const charts: readonly Block[] = [
    {
      ...{ type: 'chart', chart: 'line', title: say('Ход по годам', 'Course over the years') },
      ...{ labelTitle: say('Квартал', 'Quarter'), labels: quarters, unit: '%' },
      note: say('Разрыв — нет данных.', 'A gap means no data.'),
      series: [
        { title: say('Тиражировано', 'Replicated'), values: [40, 44, null, 52, 58.5, 61] },
        { title: say('Аттестовано', 'Certified'), values: [20, 21, 26, 31, 35, 44] },
        { title: say('Опубликовано', 'Published'), values: [70, 72, 71, 75, 78, 80] },
      ],
    },
    {
      ...{
        type: 'chart',
        chart: 'dumbbell',
        title: say('Было и стало', 'Before and after'),
        unit: say('мин', 'min'),
      },
      ...{
        labelTitle: say('Процесс', 'Process'),
        fromTitle: say('Было', 'Before'),
        toTitle: say('Стало', 'After'),
      },
      items: [
        { label: say('Выдача разрешения', 'Permit'), from: 90, to: 35 },
        { label: say('Запись к врачу', 'Appointment'), from: 12, to: 4 },
        { label: say('Закупка', 'Purchase'), from: 60, to: null },
      ],
    },
    {
      ...{ type: 'chart', chart: 'bullet', title: say('Выполнение плана', 'Plan reached'), ...titles },
      items: places.map((label, index) => ({
        label,
        value: 10 + index * 4,
        ...(index < 4 ? { plan: 18 } : {}),
      })),
    },
    {
      ...{ type: 'chart', chart: 'stacked', title: say('Решения', 'Decisions') },
      labelTitle: say('Муниципалитет', 'Municipality'),
      parts: [say('выполнено', 'met'), say('неизвестно', 'unknown'), say('не выполнено', 'not met')],
      items: places.map((label, index) => ({
        label,
        values: [10 + index, 4, index === 1 ? null : 6 - index],
      })),
    },
    {
      ...{ type: 'chart', chart: 'tiles', title: say('Выполнение плана, %', 'Plan reached, %') },
      ...{ labelTitle: titles.labelTitle, valueTitle: say('Выполнение', 'Reached'), unit: '%' },
      note: say('Темнее — выше.', 'Darker is higher.'),
      breaks: [80, 95, 105, 120],
      tiles: places.map((label, index) => ({
        ...{ x: index, y: index % 2, short: label.slice(0, 7), label },
        value: index === 1 ? null : 70 + index * 16,
      })),
    },
  ]
  const decisions: readonly ('met' | 'unknown' | 'unmet')[] = ['met', 'unknown', 'unmet']

  return {
    schema: 'report/1',
    id: 'summary',
    locale,
    title: say('Тиражирование бережливых практик', 'Replication of lean practices'),
    subtitle: say('Сводный доклад за III квартал 2026 года', 'Summary of the third quarter of 2026'),
    issuer: say('Проектный офис «Эффективный регион»', 'Project office “Effective region”'),
    issuedOn: '2026-10-05',
    notice: say('Демонстрационные данные', 'Demonstration data'),
    provenance: {
      asOf: '2026-09-30',
      source: say('Реестр практик', 'Register of practices'),
      generator: 'tirazh 0.0.0',
      policies: [
        {
          id: 'replication',
          title: say('Тиражирование', 'Replication'),
          version: '2018-01-01',
          params: [
            {
              title: say('Не менее муниципалитетов', 'At least municipalities'),
              value: { as: 'number', value: 15 },
              origin: say('значение SDK по умолчанию', 'SDK default'),
            },
          ],
        },
        { id: 'certification', title: say('Аттестация', 'Certification'), version: null, params: [] },
      ],
    },
    blocks: [
      {
        type: 'lead',
        content: [
          say('За квартал муниципалитеты переняли ', 'In the quarter municipalities adopted '),
          { as: 'number', value: 1439, unit: say('практик', 'practices'), basis },
          say(' — на ', ', which is '),
          { as: 'share', value: 0.267, signed: true },
          say(' больше, чем кварталом ранее.', ' more than in the quarter before.'),
        ],
      },
      {
        type: 'metrics',
        items: [
          {
            label: say('Тиражировано практик', 'Practices replicated'),
            value: { as: 'number', value: 439, basis },
            plan: { as: 'number', value: 450 },
            note: say('+27 % к II кварталу', '+27% on the second quarter'),
            trend: quarters.map((label, index) => ({ label, value: index === 1 ? null : 214 + index * 45 })),
          },
          {
            label: say('Подтверждённый эффект', 'Confirmed effect'),
            value: { as: 'money', minor: 71_610_000_050, currency: 'RUB' },
            plan: { as: 'money', minor: 68_000_000_000, currency: 'RUB' },
          },
          {
            label: say('Доля тиражируемых', 'Share replicated'),
            value: { as: 'share', value: 0.65 },
            plan: { as: 'share', value: 0.6 },
            trend: quarters.map((label, index) => ({ label, value: 0.5 + index * 0.03 })),
          },
          {
            label: say('Аттестовано', 'Certified'),
            value: { as: 'interval', low: 14, high: 15, unit: say('чел.', 'people') },
          },
        ],
      },
      { type: 'heading', level: 2, text: say('Где и когда', 'Where and when') },
      { type: 'columns', columns: [[bars], [columns]] },
      ...charts,
      // Levels are drawn without gaps: this one is on the second level of Word.
      { type: 'heading', level: 4, text: say('Практики', 'Practices') },
      {
        type: 'table',
        caption: say('Три практики квартала', 'Three practices of the quarter'),
        columns: [
          { title: say('Практика', 'Practice'), rowHeader: true },
          { title: say('Внедрений', 'Adoptions'), bar: true },
          { title: say('Начата', 'Started') },
          { title: say('Решение', 'Decision') },
        ],
        rows: [
          [
            {
              as: 'reference',
              text: say('Единое окно', 'One-stop shop'),
              record: { kind: 'practice', id: 'ПР-0001' },
              report: 'passport/ПР-0001',
            },
            { as: 'number', value: 31, basis },
            { as: 'date', value: '2025-02-01' },
            {
              ...{ as: 'status', status: 'met', text: say('тиражирована', 'replicated') },
              basis: {
                rule: say('20 муниципалитетов (не менее 15)', '20 municipalities (at least 15)'),
                records: [],
              },
            },
          ],
          [
            { as: 'reference', text: say('Канбан', 'Kanban'), record: { kind: 'practice', id: 'ПР-0002' } },
            { as: 'number', value: -4 },
            { as: 'unknown', text: say('не указана', 'not recorded') },
            { as: 'status', status: 'unknown', text: say('не хватает данных', 'data are missing') },
          ],
          [
            say('Маршруты школьных автобусов', 'School bus routes'),
            { as: 'number', value: 20, bound: 'more-than' },
            null,
            { as: 'status', status: 'unmet', text: say('не тиражирована', 'not replicated') },
          ],
        ],
        total: [say('Всего', 'Total'), { as: 'number', value: 47 }, null, null],
        note: say('Без проверки.', 'Unchecked.'),
      },
      {
        type: 'table',
        caption: say('Матрица тиражирования', 'Matrix of replication'),
        columns: [
          { title: say('Практика', 'Practice'), rowHeader: true },
          ...Array.from({ length: 24 }, (_, index) => ({
            title: places[index % places.length] ?? '',
            narrow: true,
            as: 'status' as const,
          })),
        ],
        rows: [say('Единое окно', 'One-stop shop'), say('Канбан', 'Kanban')].map((name, row) => [
          name,
          ...Array.from({ length: 24 }, (_, index) =>
            (index + row) % 4 === 0
              ? null
              : {
                  as: 'status' as const,
                  status: decisions[(index + row) % 3] ?? 'met',
                  text: say('да', 'yes'),
                },
          ),
        ]),
      },
      {
        type: 'table',
        caption: say('Показатели по кварталам', 'Indicators by quarter'),
        columns: [
          { title: titles.labelTitle, rowHeader: true },
          ...Array.from({ length: 16 }, (_, index) => ({
            title: say(`Показатель-${index + 1}`, `Indicator-${index + 1}`),
          })),
        ],
        rows: places.map((place, row) => [
          place,
          ...Array.from({ length: 16 }, (_, index) => ({
            as: 'number' as const,
            value: 1000 * row + index + 0.5,
          })),
        ]),
      },
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
                ],
              },
              { content: [say('Провести контрольный замер.', 'Measure again.')] },
            ],
          },
        ],
      },
      {
        type: 'callout',
        tone: 'note',
        title: say('О счёте', 'On counting'),
        blocks: [{ type: 'paragraph', content: [say('Считается один раз.', 'Counted once.')] }],
      },
      {
        type: 'list',
        items: [
          {
            status: 'unknown',
            content: [say('Практика тиражирована', 'The practice is replicated')],
            items: [
              {
                status: 'met',
                content: [say('Выполнено: эффект подтверждён', 'Met: the effect is confirmed')],
              },
              { status: 'unmet', content: [say('Выкса: прекращено', 'Vyksa: ended')] },
            ],
          },
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [
          { content: [say('Первое', 'First')], items: [{ content: [say('Внутри', 'Inside')] }] },
          { content: [say('Второе', 'Second')] },
        ],
      },
      {
        type: 'list',
        ordered: true,
        items: [{ content: [say('Снова с одного', 'From one again')] }],
      },
      {
        type: 'facts',
        items: [
          { label: say('Номер', 'Number'), value: 'ПР-0102' },
          {
            label: say('Срок', 'Period'),
            value: [say('с ', 'from '), { as: 'date', value: '2024-02-12', style: 'long' }],
          },
          {
            label: say('Решение', 'Decision'),
            value: { as: 'status', status: 'met', text: say('принята', 'accepted') },
          },
        ],
      },
      { type: 'page-break' },
      {
        ...{ type: 'image', alt: say('Красные и белые полосы', 'Red and white stripes'), width: 80 },
        source: { as: 'file', mediaType: 'image/png', base64: stripes },
        caption: say('Рисунок 1. Полосы', 'Figure 1. Stripes'),
      },
      {
        type: 'image',
        source: { as: 'qr', text: 'https://example.org/passport/ПР-0102' },
        alt: say('QR-код паспорта практики', 'QR code of the passport'),
        caption: say('Паспорт на сайте', 'The passport on the web'),
      },
      {
        type: 'custom',
        name: 'host/seal',
        data: { colour: 'red' },
        fallback: [{ type: 'paragraph', content: [say('Место печати', 'Place of the seal')] }],
      },
      {
        type: 'signature',
        position: say(
          'Заместитель Губернатора Нижегородской области',
          'Deputy Governor of the Nizhny Novgorod region',
        ),
        name: say('И. О. Фамилия', 'I. O. Surname'),
        on: '2026-10-05',
      },
      { type: 'signature', position: say('Руководитель проектного офиса', 'Head of the project office') },
    ],
  }
}

/** A certificate of one page. */
export function certificate(locale: Locale): Report {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  return {
    ...everything(locale),
    id: 'certificate/1000',
    layout: 'certificate',
    title: say('Сертификат', 'Certificate'),
    subtitle: say('№ 001000', 'No 001000'),
    blocks: [
      { type: 'paragraph', content: [say('Настоящим подтверждается, что', 'This is to certify that')] },
      { type: 'lead', content: [say('Ёлкина Мария Юрьевна', 'Maria Yolkina')] },
      {
        type: 'paragraph',
        content: [
          say(
            'прошла аттестацию по программе «Бережливый офис: от эталона к тиражу», 72 ч, и может вести тиражирование практик.',
            'has been certified in “The lean office: from model to replication”, 72 h, and may lead replication.',
          ),
        ],
      },
      {
        type: 'signature',
        position: say('Руководитель проектного офиса', 'Head of the project office'),
        name: say('И. О. Фамилия', 'I. O. Surname'),
      },
      {
        type: 'image',
        source: { as: 'qr', text: 'https://example.org/certificate/1000' },
        alt: say('QR-код проверки сертификата', 'QR code to check the certificate'),
      },
    ],
  }
}
