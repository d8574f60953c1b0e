import type { List, ListItem, Path, Truth } from '@tirazh/spec'
import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx'
import type { Drawn } from './paragraphs.js'
import { paragraph, runs } from './paragraphs.js'
import { howCounted, inlineRuns, markFont, markRuns, marks } from './values.js'
import type { Writer } from './writer.js'

/** The lists of Word behind the lists of a report: of bullets, of numbers, and of the marks of decisions. */
type Numbering = 'bullets' | 'numbers' | Truth

export function drawList(block: List, at: Path, writing: Writer): readonly Drawn[] {
  const items = drawItems(block.items, 0, [...at, 'items'], block.ordered === true, writing)
  return [...items, ...howCounted(block, at, writing)]
}

function drawItems(
  items: readonly ListItem[],
  depth: number,
  at: Path,
  ordered: boolean,
  writing: Writer,
): readonly Drawn[] {
  // Each list counts from one.
  const instance = writing.next()
  return items.flatMap((item, index) => {
    const path = [...at, index]
    const reference: Numbering = ordered ? 'numbers' : (item.status ?? 'bullets')
    const numbering = { reference, level: Math.min(depth, deepest), instance: ordered ? instance : 0 }
    const content = inlineRuns(item.content, [...path, 'content'], writing)
    return [
      paragraph('ListParagraph', [...decision(item, ordered, writing), ...content], { numbering }),
      ...drawItems(item.items ?? [], depth + 1, [...path, 'items'], ordered, writing),
    ]
  })
}

/** The word of a decision, where the item does not begin with it, and its mark where a number took its place. */
function decision({ status, content }: ListItem, ordered: boolean, { f }: Writer) {
  if (status === undefined) return []
  const word = f.truth(status)
  const said = f.inline(content).toLowerCase().startsWith(word)
  return [...(ordered ? markRuns(status) : []), ...(said ? [] : [...runs(word, 'Strong'), ...runs(' — ')])]
}

/** Word has nine levels. */
const deepest = 8

/** The definitions that the lists of a document refer to. */
export function numberingOf({ colour }: Writer): INumberingOptions {
  const levels = (
    of: (depth: number) => Pick<ILevelsOptions, 'format' | 'text' | 'style'>,
  ): ILevelsOptions[] =>
    Array.from({ length: deepest + 1 }, (_, level) => {
      const { style, ...rest } = of(level)
      const paragraph = { indent: { left: 340 * (level + 1), hanging: 340 } }
      return { level, alignment: AlignmentType.LEFT, ...rest, style: { ...style, paragraph } }
    })
  const mark = (status: Truth, as: 'good' | 'muted' | 'mark') => ({
    reference: status,
    levels: levels(() => ({
      format: LevelFormat.BULLET,
      text: marks[status],
      style: { run: { font: markFont, color: colour(as) } },
    })),
  })
  return {
    config: [
      {
        reference: 'bullets',
        levels: levels((level) => ({ format: LevelFormat.BULLET, text: level % 2 === 0 ? '•' : '–' })),
      },
      {
        reference: 'numbers',
        levels: levels((level) => ({ format: LevelFormat.DECIMAL, text: `%${level + 1}.` })),
      },
      mark('met', 'good'),
      mark('unknown', 'muted'),
      mark('unmet', 'mark'),
    ],
  }
}
