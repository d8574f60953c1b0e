import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Typeface as ThemeTypeface } from '@tirazh/charts'
import { readTypeface, type Typeface } from './typeface.js'

type Onest = keyof typeof import('@expo-google-fonts/onest')
type PtSerif = keyof typeof import('@expo-google-fonts/pt-serif')

/** The fonts of a renderer: a sans serif for everything, and PT Serif for names and for letters the first lacks. */
export interface Fonts {
  readonly files: readonly Uint8Array[]
  readonly family: string
  readonly regular: Typeface
  readonly bold: Typeface
  readonly serif: Typeface
}

/** The name of the family for names, and for letters that the other lacks. */
export const serifFamily = 'PT Serif'

const onest: readonly (readonly [folder: string, face: Onest])[] = [
  ['400Regular', 'Onest_400Regular'],
  ['500Medium', 'Onest_500Medium'],
  ['700Bold', 'Onest_700Bold'],
]
const ptSerif: readonly (readonly [folder: string, face: PtSerif])[] = [
  ['400Regular', 'PTSerif_400Regular'],
  ['700Bold', 'PTSerif_700Bold'],
]

/**
 * Onest, or the typeface of a theme.
 * @throws TypeError for a typeface without TTF files, with files that are none, or of another family
 */
export function fontsOf(typeface: ThemeTypeface | undefined): Fonts {
  const serif = ptSerif.map(([folder, face]) => file('@expo-google-fonts/pt-serif', folder, face))
  const sans =
    typeface === undefined
      ? onest.map(([folder, face]) => file('@expo-google-fonts/onest', folder, face))
      : ttfFaces(typeface)
  const faces = sans.map((bytes) => readable(bytes, typeface?.family ?? 'Onest'))
  const regular = faces[0]
  const bold = faces.at(-1)
  const [serifBytes] = serif
  if (regular === undefined || bold === undefined || serifBytes === undefined) throw new TypeError(noTtf)
  return {
    files: [...sans, ...serif],
    family: typeface?.family ?? 'Onest',
    ...{ regular, bold, serif: readTypeface(serifBytes) },
  }
}

function file(font: string, folder: string, face: string): Uint8Array {
  return readFileSync(createRequire(import.meta.url).resolve(`${font}/${folder}/${face}.ttf`))
}

const noTtf =
  'pdf: the typeface of the theme has no TTF file; add faces with mediaType font/ttf for the weights 400 and 700, or leave the font out.'

/** From light to bold. */
function ttfFaces({ faces }: ThemeTypeface): readonly Uint8Array[] {
  const ttf = faces.filter(({ mediaType }) => mediaType === 'font/ttf')
  if (ttf.length === 0) throw new TypeError(noTtf)
  return ttf
    .toSorted((a, b) => a.weight - b.weight)
    .map(({ base64 }) => new Uint8Array(Buffer.from(base64, 'base64')))
}

function readable(bytes: Uint8Array, family: string): Typeface {
  let read: Typeface
  try {
    read = readTypeface(bytes)
  } catch (error) {
    throw new TypeError(`pdf: a file of the typeface ${family} is not a TTF font; hand in another.`, {
      cause: error,
    })
  }
  if (read.families.some((name) => name === family || name.startsWith(`${family} `))) return read
  throw new TypeError(
    `pdf: a file of the typeface ${family} says it is ${read.families.join(', ')}; name the family as its files do.`,
  )
}
