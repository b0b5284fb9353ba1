import { addDays, type CalendarDate } from '#platform/calendar/dates.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { BraidOptions } from '#ui/braid.ts';
import { type Protocol, type ProtocolStep, Strand } from '#features/evidence/index.ts';
import { stepsOf, timesOf } from './work-of.ts';
import { strandWords } from './words.ts';

/** A Monday that begins a calendar of nothing but weeks: a protocol has no dates until somebody starts from it. */
const firstMonday: CalendarDate = '2001-01-01';

/** One time of a step: a step that repeats comes several times. */
export interface Occurrence {
  step: ProtocolStep;
  title: string;
  /** Teaching weeks after the start. */
  week: number;
}

/** Every time of every step, in order of week; those of one week in the order in which they are written. */
export const occurrencesOf = (protocol: Pick<Protocol, 'stages'>): Occurrence[] =>
  stepsOf(protocol)
    .flatMap((step) =>
      Array.from({ length: timesOf(step) }, (_, index) => ({
        step,
        title: step.repeats
          ? t('{title}, {n} of {times}', { title: step.title, n: index + 1, times: step.repeats.times })
          : step.title,
        week: step.week + index * (step.repeats?.every ?? 0),
      })),
    )
    .toSorted((a, b) => a.week - b.week);

/**
 * A protocol as the one picture: its steps on the strands, over weeks. Those of one week stand in their
 * order from Monday to Friday, so that it can be seen. All four strands are there: an empty one says something too.
 */
export function pictureOf(
  protocol: Pick<Protocol, 'stages' | 'weeks' | 'title'>,
  hrefOf: (step: ProtocolStep) => string,
): BraidOptions {
  const all = occurrencesOf(protocol);
  const inWeek = Map.groupBy(all, ({ week }) => week);
  const lastWeek = Math.max(protocol.weeks - 1, all.at(-1)?.week ?? 0, 0);
  return {
    title: t('The rhythm of {title}', { title: protocol.title }),
    from: firstMonday,
    until: addDays(firstMonday, lastWeek * 7 + 4),
    inWeeks: true,
    strands: Strand.options.map((key) => ({ key, label: strandWords(key) })),
    points: all.map((each) => {
      const same = inWeek.get(each.week)!;
      const day = Math.floor((same.indexOf(each) * 5) / same.length);
      return {
        id: `${each.step.id}-${each.week}`,
        strand: each.step.strand,
        on: addDays(firstMonday, each.week * 7 + day),
        label: each.title,
        href: hrefOf(each.step),
        minutes: each.step.minutes,
        lead: each.step.lead === 'specialist',
      };
    }),
    size: 'large',
  };
}
