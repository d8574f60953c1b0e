import type { Block, Locale, StatusValue } from '@tirazh/spec'

/** Sixteen by nine pixels. */
export const picture =
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAJCAIAAAC0SDtlAAAAIUlEQVR42mPImrQPiLj9pwARMWwGkjUQrxTCJl3DSPQDAJrtv0GgesK9AAAAAElFTkSuQmCC'

/** The kinds of blocks and values that {@link fixture} does not begin with. */
export function moreBlocks(locale: Locale): readonly Block[] {
  const say = (ru: string, en: string): string => (locale === 'ru' ? ru : en)
  const noun = {
    ru: { one: 'практика', few: 'практики', many: 'практик' },
    en: { one: 'practice', other: 'practices' },
  }
  const status = (status: StatusValue['status'], text: string, rule: string): StatusValue => ({
    as: 'status',
    status,
    text,
    basis: { rule, records: [{ kind: 'practice', noun, ids: ['ПР-0007'] }], report: 'passport/ПР-0007' },
  })
  const decided = status('unmet', say('не выполнено', 'not met'), say('14 из 15 мест', '14 places of 15'))
  const mark = (status: StatusValue['status'], text: string): StatusValue => ({ as: 'status', status, text })
  const used = mark('met', say('действует', 'in use'))
  const ended = mark('unmet', say('прекращена', 'ended'))
  const pending = status('unknown', say('не ясно', 'unclear'), say('нет даты', 'no date'))
  const places = ['Бор', 'Вад', 'Выкса', 'Нижний Новгород', 'Дальнеконстантиновский']
  const quarters = ['III 2025', 'IV 2025', 'I 2026']
  const labelTitle = say('Место', 'Place')

  return [
    {
      type: 'metrics',
      items: [
        {
          label: say('Процессов', 'Processes'),
          value: {
            as: 'number',
            value: 439,
            basis: {
              rule: say('Завершённые проекты', 'Finished projects'),
              records: [{ kind: 'practice', noun, ids: ['ПР-0001'] }],
              report: 'method',
            },
          },
          plan: { as: 'number', value: 450 },
          trend: quarters.map((label, index) => ({ label, value: 300 + index * 60 })),
        },
      ],
    },
    {
      type: 'chart',
      chart: 'line',
      title: say('По кварталам', 'By quarter'),
      labelTitle: say('Квартал', 'Quarter'),
      labels: quarters,
      series: [
        { title: say('Практики', 'Practices'), values: [10, null, 30] },
        { title: say('Проекты', 'Projects'), values: [40, 45, 60] },
      ],
    },
    {
      type: 'chart',
      chart: 'dumbbell',
      title: say('До и после', 'Before and after'),
      labelTitle,
      fromTitle: say('До', 'Before'),
      toTitle: say('После', 'After'),
      unit: say('мин', 'min'),
      items: places.map((label, index) => ({ label, from: 30 + index, to: index === 1 ? null : 12 - index })),
    },
    {
      type: 'chart',
      chart: 'bullet',
      title: say('К плану', 'Against the plan'),
      labelTitle,
      valueTitle: say('Выполнено', 'Done'),
      items: places.map((label, index) => ({ label, value: 20 - index * 3, plan: 18 })),
    },
    {
      type: 'chart',
      chart: 'stacked',
      title: say('Из чего сложилось', 'What it is made of'),
      labelTitle,
      parts: [say('Своё', 'Own'), say('Принятое', 'Adopted')],
      items: places.map((label, index) => ({ label, values: [index, 10 - index] })),
    },
    {
      type: 'table',
      caption: say('Где действует', 'Where it is in use'),
      columns: [
        { title: say('Номер практики', 'Number of the practice'), as: 'text', rowHeader: true },
        { title: say('Вывод', 'Conclusion'), as: 'status' },
        ...places.map((title) => ({ title, as: 'status', narrow: true }) as const),
      ],
      rows: [
        ['ПР-0007', decided, used, used, ended, pending, null],
        [
          'ПР-0008',
          status('met', say('выполнено', 'met'), say('15 из 15', '15 of 15')),
          ended,
          null,
          used,
          used,
          null,
        ],
      ],
      total: [say('Итого', 'In all'), null, null, null, null, null, null],
    },
    { type: 'facts', items: [{ label: say('Право', 'Right'), value: decided }] },
    { type: 'page-break' },
    {
      type: 'image',
      source: { as: 'file', mediaType: 'image/png', base64: picture },
      alt: say('Клетки', 'Squares'),
      caption: say('Цех до начала работ', 'The shop before the work'),
      width: 60,
    },
    {
      type: 'image',
      source: { as: 'qr', text: 'passport/0007' },
      alt: say('Код паспорта практики', 'Code of the passport'),
      caption: say('Паспорт', 'Passport'),
    },
    {
      type: 'signature',
      position: say('Заместитель Губернатора', 'Deputy Governor'),
      name: say('И. О. Фамилия', 'A. N. Other'),
      on: '2026-10-05',
    },
    { type: 'signature', position: say('Руководитель проектного офиса', 'Head of the project office') },
  ]
}
