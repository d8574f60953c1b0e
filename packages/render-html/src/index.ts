export { type HtmlOptions, html } from './html.js'
export { checkTheme, type Theme, type ThemeChanges, type ThemeColour, type Themes, themes } from './theme.js'
