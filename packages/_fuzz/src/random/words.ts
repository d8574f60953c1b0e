/** Codes that succeed one another; and words that are mistaken for each other or for something else. */
export const codes: readonly string[] = ['a', 'b', 'c', 'd', 'e', 'f']

export const oddWords: readonly string[] = [
  ...['', ' ', 'A', 'a ', ' a', 'é', 'e\u0301', 'ß', 'SS', '🙂', "it's", '"', '%', '\\', '{a,b}', 'NULL'],
  ...['2024-02-29', '2024-01-01', '0', 'true', '__proto__', 'constructor', 'toString', 'NaN', 'undefined'],
  // What some databases refuse or change, and what could stand for it.
  ...['\0', '\u0001', '\ud800', '\ud7ff', '\u0001\u0001', 'x\0y'],
]
