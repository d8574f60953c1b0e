/** What a column needs, in points. */
export interface ColumnWish {
  /** The widest piece that is not broken. */
  readonly least: number
  /** Everything on one line. */
  readonly most: number
  /** Running text, which takes the room that is left. */
  readonly grows: boolean
  /** Repeated in each part where not all columns fit beside each other. */
  readonly head: boolean
}

/** Columns, by their place from 0, that stand beside each other, and their widths. */
export interface ColumnPart {
  readonly columns: readonly number[]
  readonly widths: readonly number[]
}

/** All columns beside each other, or `undefined` if they do not fit. */
export function wholeTable(wishes: readonly ColumnWish[], room: number): ColumnPart | undefined {
  const widths = shared(wishes, room)
  return widths === undefined ? undefined : { columns: wishes.map((_, index) => index), widths }
}

/** As many columns beside each other as fit, those of the head in each part. */
export function tableParts(wishes: readonly ColumnWish[], room: number): readonly ColumnPart[] {
  const heads = [...wishes.keys()].filter((index) => wishes[index]?.head)
  const others = [...wishes.keys()].filter((index) => !wishes[index]?.head)
  const needed = (columns: readonly number[]): number =>
    columns.reduce((sum, index) => sum + (wishes[index]?.least ?? 0), 0)

  const parts: number[][] = []
  for (const column of others) {
    const part = parts.at(-1)
    if (part === undefined || needed([...heads, ...part, column]) > room) parts.push([column])
    else part.push(column)
  }
  if (parts.length === 0) parts.push([])
  return parts.map((part) => {
    const columns = [...heads, ...part].toSorted((a, b) => a - b)
    const wanted = columns.flatMap((index) => wishes[index] ?? [])
    return { columns, widths: shared(wanted, room) ?? squeezed(wanted, room) }
  })
}

/** Short columns get all they want before long ones; what is left goes to running text. */
function shared(wishes: readonly ColumnWish[], room: number): readonly number[] | undefined {
  let left = room - wishes.reduce((sum, { least }) => sum + least, 0)
  if (left < 0) return undefined
  const widths = wishes.map(({ least }) => least)
  const open = [...wishes.keys()].toSorted((a, b) => lack(wishes, a) - lack(wishes, b))
  for (const [place, index] of open.entries()) {
    const more = Math.min(lack(wishes, index), left / (open.length - place))
    widths[index] = (widths[index] ?? 0) + more
    left -= more
  }
  const growing = [...wishes.keys()].filter((index) => wishes[index]?.grows)
  const takers = growing.length === 0 ? [...wishes.keys()] : growing
  const total = takers.reduce((sum, index) => sum + (widths[index] ?? 0), 0)
  return widths.map((width, index) =>
    takers.includes(index) && total > 0 ? width + (left * width) / total : width,
  )
}

function lack(wishes: readonly ColumnWish[], index: number): number {
  const wish = wishes[index]
  return wish === undefined ? 0 : Math.max(0, wish.most - wish.least)
}

function squeezed(wishes: readonly ColumnWish[], room: number): readonly number[] {
  const needed = wishes.reduce((sum, { least }) => sum + least, 0)
  return wishes.map(({ least }) => (least * room) / needed)
}
