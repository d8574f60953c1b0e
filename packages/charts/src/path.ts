/** A point of a line in pixels, or `null` where the line is broken. */
export type Vertex = readonly [x: number, y: number] | null

/** The path data of a line through the points, broken where there is none. Points that stand alone draw nothing. */
export function linePath(vertices: readonly Vertex[]): string {
  return vertices
    .map((vertex, index) => {
      if (vertex === null) return ''
      const begins = index === 0 || vertices[index - 1] === null
      return `${begins ? 'M' : 'L'}${vertex.map(rounded).join(' ')}`
    })
    .join('')
}

function rounded(coordinate: number): number {
  return Math.round(coordinate * 100) / 100
}
