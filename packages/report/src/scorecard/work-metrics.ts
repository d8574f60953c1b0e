import type { Snapshot } from '@tirazh/core'
import type { Formats, Inline, Metric, TrendPoint } from '@tirazh/spec'
import { figure } from '../matrix/cells.js'
import { nouns } from '../nouns.js'
import { headcountOf, hoursOf, isMet, isOpen, type Work, type WorkPoint } from './work.js'
import type { Whose, WorkTexts } from './work-texts.js'

/** Everything the parts about projects and practices are written from. */
export interface WorkContext {
  readonly work: Work
  readonly whose: Whose
  readonly snapshot: Snapshot
  readonly f: Formats
  readonly w: WorkTexts
}

/** What the projects and practices gave: practices, projects and certificates, each with its trend. */
export function programmeMetrics({ work, whose, f, w }: WorkContext): readonly Metric[] {
  const on = f.date(work.asOf)
  const { practices, certificates, projects } = work
  const replicated = practices.filter((own) => isMet(own.decisions.replication))
  const open = practices.filter((own) => isOpen(own.decisions.replication)).length
  const ids = replicated.map((own) => own.uses.practice.id)
  const finished = projects.finished.map((project) => project.id)
  const valid = certificates.valid.map((certificate) => certificate.id)
  const { improved, accelerated, simplified } = projects.byResult
  const unnamed = projects.unnamed.length
  const byResult = w.byResult(
    f.number(improved.length),
    f.number(accelerated.length),
    f.number(simplified.length),
    unnamed === 0 ? undefined : f.number(unnamed),
  )
  const inProgress = projects.open.length === 0 ? '' : w.openNote(f.number(projects.open.length))
  const federal = certificates.valid.filter((certificate) => certificate.level === 'federal').length
  return [
    {
      label: w.practices[whose],
      value: figure(ids.length, w.practicesRule(whose, on), 'practice', ids),
      note: w.ofPublished(f.number(practices.length), f.number(open)),
      ...trend(work, f, (point) => point.replicated),
    },
    {
      label: w.finished,
      value: figure(finished.length, w.finishedRule(whose, on), 'project', finished),
      note: byResult + inProgress,
      ...trend(work, f, (point) => point.finished),
    },
    {
      label: w.certificates,
      value: figure(valid.length, w.certificatesRule(whose, on), 'certificate', valid),
      note: w.certificatesNote(f.number(valid.length - federal), f.number(federal)),
      ...trend(work, f, (point) => point.certificates),
    },
  ]
}

/** The capacity that finished projects released; what nobody measured is said in words. */
export function capacityMetrics({ work, whose, f, w }: WorkContext): readonly Metric[] {
  const on = f.date(work.asOf)
  const { capacity } = work.projects
  const hours = hoursOf(capacity)
  const headcount = headcountOf(capacity)
  return [
    {
      label: w.hours,
      value:
        hours === undefined
          ? { as: 'unknown', text: w.notMeasured }
          : figure(hours, w.hoursRule(whose, on), 'project', capacity.labourProjects),
      note: w.released,
      ...trend(work, f, (point) => point.labourHoursPerYear),
    },
    {
      label: w.headcount,
      value:
        headcount === undefined
          ? { as: 'unknown', text: w.notMeasured }
          : figure(headcount, w.headcountRule(whose, on), 'project', capacity.headcountProjects),
      note: w.headcountNote,
      ...trend(work, f, (point) => point.headcount),
    },
  ]
}

/** How many projects are finished and what they released, to be read aloud: whole hours, the exact sum stands among the figures. */
export function finishedAloud({ work, whose, f, w }: WorkContext): Inline {
  const { finished, capacity } = work.projects
  const on = f.date(work.asOf)
  const projects = figure(
    finished.length,
    w.finishedRule(whose, on),
    'project',
    finished.map(({ id }) => id),
  )
  const hours = hoursOf(capacity)
  if (hours === undefined) return [w.finishedAloud, projects, '.']
  const whole = Math.round(hours)
  const released = figure(
    whole,
    w.hoursRule(whose, on),
    'project',
    capacity.labourProjects,
    f.plural(whole, nouns.hour),
  )
  return [w.finishedAloud, projects, w.releasedAloud, released, w.aYear]
}

/** A line is drawn only where it has known values to show. */
function trend(
  { history }: Work,
  f: Formats,
  of: (point: WorkPoint) => number | null,
): { readonly trend?: readonly TrendPoint[] } {
  return trendOf(
    history.map((point) => ({ on: point.on, value: of(point) })),
    f,
  )
}

/** The trend of a metric by quarters; none where fewer than two values are known. */
export function trendOf(
  points: readonly { readonly on: WorkPoint['on']; readonly value: number | null }[],
  f: Formats,
): { readonly trend?: readonly TrendPoint[] } {
  if (points.filter(({ value }) => value !== null).length < 2) return {}
  return { trend: points.map(({ on, value }) => ({ label: f.quarter(on, 'short'), value })) }
}
