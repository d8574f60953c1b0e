import { certificateLevels, indicatorNoun, type RecordKind, recordNouns } from '@tirazh/core'
import type { Block, ListItem, Noun } from '@tirazh/spec'
import { counted } from '../matrix/cells.js'
import { nouns } from '../nouns.js'
import { isOpen, policyIds } from './work.js'
import type { WorkContext } from './work-metrics.js'
import type { CountedText } from './work-texts.js'

/** A callout with what somebody has to decide, or that there is nothing. */
export function decisionCallout(items: readonly ListItem[], { w }: WorkContext): Block {
  return {
    type: 'callout',
    tone: items.length === 0 ? 'note' : 'attention',
    title: w.decisionsTitle,
    blocks: [
      items.length === 0 ? { type: 'paragraph', content: [w.nothingToDecide] } : { type: 'list', items },
    ],
  }
}

/** What is open about projects, practices and certificates. */
export function workDecisions(context: WorkContext): ListItem[] {
  const { work, whose, snapshot, f, w } = context
  const { capacity, undated } = work.projects
  const { doubtful, due } = work.certificates
  const on = f.date(work.asOf)
  const item = (text: CountedText, noun: Noun, kind: RecordKind, ids: readonly string[]): ListItem[] =>
    countedItem(text, noun, kind, ids, context)
  const projectsOf = (refs: typeof capacity.missing): string[] => refs.map(({ project }) => project.id)
  return [
    ...policyIds.flatMap((policy) =>
      item(
        w.openItem(f.text(snapshot.region.policies[policy].title), whose, on),
        nouns.aboutPractice,
        'practice',
        work.practices.filter((own) => isOpen(own.decisions[policy])).map((own) => own.uses.practice.id),
      ),
    ),
    ...(['regional', 'federal'] as const).flatMap((level) =>
      item(
        w.dueItem(f.text(certificateLevels[level]), whose, on),
        recordNouns.practice,
        'practice',
        due.filter((each) => each.level === level).map(({ practice }) => practice.id),
      ),
    ),
    ...item(
      w.doubtfulItem(whose, on),
      recordNouns.certificate,
      'certificate',
      doubtful.map(({ certificate }) => certificate.id),
    ),
    ...item(w.worsenedItem(whose, on), indicatorNoun, 'project', projectsOf(capacity.worsened)),
    ...item(w.missingItem(whose, on), indicatorNoun, 'project', projectsOf(capacity.missing)),
    ...item(w.withoutVolumeItem(whose, on), indicatorNoun, 'project', projectsOf(capacity.withoutVolume)),
    ...item(
      w.unpublishedItem(whose),
      recordNouns.practice,
      'practice',
      work.unpublished.map(({ id }) => id),
    ),
    ...item(
      w.undatedItem(whose),
      recordNouns.project,
      'project',
      undated.map(({ id }) => id),
    ),
  ]
}

/** A line with the number of what is open; none where there is nothing. One record may stand there several times. */
export function countedItem(
  { before, after, rule }: CountedText,
  noun: Noun,
  kind: RecordKind,
  ids: readonly string[],
  { f }: Pick<WorkContext, 'f'>,
): ListItem[] {
  if (ids.length === 0) return []
  return [{ content: [before, counted(ids, rule, kind, f, noun), after] }]
}
