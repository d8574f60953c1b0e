/** The sizes of text in points. The template is given them, and widths are measured with them. */
export const bodySize = 9.2
export const certificateSize = 12
/** Of tables, from what is wanted to what is still read. */
export const tableSizes = [8.2, 7.4, 6.6] as const
export const smallSize = 7.4
