import type { Text } from '@tirazh/spec'

/** What every page made from the bundled register has to say. */
export const demonstrationData: Text = {
  ru: 'Демонстрационные данные: кроме опубликованных итогов программы, записи вымышлены',
  en: 'Demonstration data: apart from the published totals of the programme, the records are invented',
}

/** What a page made from any other register has to say: we do not know whose it is or whether it is right. */
export const demonstrationRun: Text = {
  ru: 'Демонстрационный запуск: записи взяты из указанного реестра и не проверены',
  en: 'Demonstration run: the records come from the register given and have not been verified',
}
