import { chartPalettes } from '@tirazh/charts'

/** The colours of a page: those of the drawings and what only a page has. */
export type Theme = Readonly<Record<keyof typeof chartPalettes.light | PageColour, string>>

type PageColour = 'good' | 'attention' | 'quiet'

export const themes: { readonly light: Theme; readonly dark: Theme } = {
  light: { ...chartPalettes.light, good: '#1d6b43', attention: '#fff6e5', quiet: '#f3f6fa' },
  dark: { ...chartPalettes.dark, good: '#6fcf9a', attention: '#2a2214', quiet: '#18222d' },
}

/** The colours as custom properties, for a rule on the root element. */
export function customProperties(theme: Theme): string {
  return Object.entries(theme)
    .map(([name, value]) => `--tz-${name}:${value}`)
    .join(';')
}
