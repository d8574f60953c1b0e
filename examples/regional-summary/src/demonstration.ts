import type { Text } from '@tirazh/spec'

/** What every page made from the register of this example has to say. */
export const demonstrationNotice: Text = {
  ru: 'Демонстрационные данные: кроме опубликованных итогов программы, записи вымышлены',
  en: 'Demonstration data: apart from the published totals of the programme, the records are invented',
}
