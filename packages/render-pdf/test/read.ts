import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A node of the structure of a page, as another program reads it. */
export interface Tag {
  readonly role: string
  readonly alt?: string
  readonly lang?: string
  readonly children: readonly (Tag | { readonly words: string })[]
}

/** What another program finds in a file. */
export interface Read {
  readonly pages: readonly ReadPage[]
  readonly title: string
  readonly language: string | null
  readonly outline: readonly string[]
  /** All words in the order of reading, with the alternative texts of pictures in their places. */
  readonly text: string
}

export interface ReadPage {
  /** In points. */
  readonly width: number
  readonly height: number
  readonly pieces: readonly Piece[]
  readonly links: readonly string[]
  readonly tags: readonly Tag[]
}

export interface Piece {
  readonly text: string
  /** In points, from the left and from the bottom. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Reading the tags takes the square of the length: those of longer files are left out. */
const mostTagged = 40

export async function read(file: Uint8Array): Promise<Read> {
  const task = getDocument({
    data: file.slice(),
    verbosity: 0,
    useSystemFonts: false,
    isEvalSupported: false,
  })
  const document = await task.promise
  try {
    const pages: ReadPage[] = []
    const words: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const content = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true })
      const marked = new Map<string, string>()
      const pieces: Piece[] = []
      const within: string[] = []
      let text = ''
      for (const item of content.items) {
        if ('str' in item) {
          const piece = item.hasEOL ? `${item.str}\n` : item.str
          text += piece
          const id = within.at(-1)
          if (id !== undefined) marked.set(id, (marked.get(id) ?? '') + piece)
          const [, turned = 0, , , x = 0, y = 0] = item.transform
          const [width, height] = turned === 0 ? [item.width, item.height] : [0, item.width]
          if (item.str.trim() !== '') pieces.push({ text: item.str, x, y, width, height })
        } else if (item.type === 'endMarkedContent') within.pop()
        else within.push(item.id ?? '')
      }
      const tree = document.numPages > mostTagged ? null : await page.getStructTree()
      const tags = tree === null ? [] : [tagOf(tree, marked)]
      const annotations: readonly { readonly url?: string; readonly unsafeUrl?: string }[] =
        await page.getAnnotations()
      const [, , width = 0, height = 0] = page.view
      const links = annotations.flatMap(({ unsafeUrl, url }) => unsafeUrl ?? url ?? [])
      pages.push({ width, height, pieces, links, tags })
      words.push(text, ...tags.flatMap(altsOf))
    }
    const { info } = await document.getMetadata()
    const outline = (await document.getOutline()) ?? []
    return {
      pages,
      title: 'Title' in info ? String(info.Title) : '',
      language: 'Language' in info ? String(info.Language) : null,
      outline: titlesOf(outline),
      text: words.join('\n'),
    }
  } finally {
    await task.destroy()
  }
}

/** The elements of a role, wherever they are. */
export function tagsOf(role: string, tags: readonly Tag[]): readonly Tag[] {
  return tags.flatMap((tag) => [...(tag.role === role ? [tag] : []), ...tagsOf(role, elements(tag))])
}

/** The elements right within a tag. */
export function elements(tag: Tag): readonly Tag[] {
  return tag.children.filter((child): child is Tag => 'role' in child)
}

/** The words within a tag, on one line. */
export function wordsOf(tag: Tag): string {
  const words = tag.children.map((child) => ('words' in child ? child.words : wordsOf(child)))
  return words.join('').replaceAll(/\s+/g, ' ').trim()
}

interface Outline {
  readonly title: string
  readonly items: readonly Outline[]
}

function titlesOf(items: readonly Outline[]): readonly string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...titlesOf(inner)])
}

interface TreeNode {
  readonly role: string
  readonly alt?: string
  readonly lang?: string
  readonly children: readonly (TreeNode | { readonly type: string; readonly id?: string })[]
}

function tagOf({ role, alt, lang, children }: TreeNode, marked: ReadonlyMap<string, string>): Tag {
  return {
    role,
    ...(alt === undefined ? {} : { alt }),
    ...(lang === undefined ? {} : { lang }),
    children: children.map((child) =>
      'role' in child ? tagOf(child, marked) : { words: marked.get(child.id ?? '') ?? '' },
    ),
  }
}

function altsOf(tag: Tag): readonly string[] {
  return [...(tag.alt === undefined ? [] : [tag.alt]), ...elements(tag).flatMap(altsOf)]
}
