import { addDays } from '#platform/calendar/dates.ts';
import { instantAt } from '#platform/calendar/local-time.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Notice } from '#platform/notices/notices.ts';
import { evaluationHref, sheetHref } from './addresses.ts';
import { peopleAsked } from './asking-moment.ts';
import { usesMeasure } from './evaluation.ts';
import { type Moment, moments } from './moments.ts';
import type { WaitingFacts } from './waiting.queries.ts';

/** What each of an evaluation's notices says in the list of what waits. */
export const evaluationNotices = {
  'evaluation.asked': () => t('Say what came of a programme'),
  'evaluation.baseline': () => t('Measure pupils at the start of a programme'),
  'evaluation.middle': () => t('Measure pupils in the middle of a programme'),
  'evaluation.end': () => t('Measure pupils at the end of a programme'),
  'evaluation.delayed': () => t('Measure pupils again, to see what lasted'),
} satisfies Record<string, () => string> & Record<`evaluation.${Moment}`, () => string>;

type Waiting = Omit<Notice, 'fromOwner' | 'itemId' | 'kind'> & { kind: keyof typeof evaluationNotices };

/** A measurement stands in the list from a week before its day until four weeks after it. */
const standsFrom = -7;
const standsUntil = 28;

/** What waits for whom because of this evaluation, worked out from its own rows. `today` is 'YYYY-MM-DD'. */
export const waitingFor = (facts: WaitingFacts, today: string): Waiting[] =>
  facts.open ? [...toAnswer(facts), ...moments.flatMap((moment) => toMeasure(facts, moment, today))] : [];

const toAnswer = (facts: WaitingFacts): Waiting[] =>
  facts.asked.flatMap(({ moment, answered }) =>
    peopleAsked(facts)
      .filter((personId) => !answered.includes(personId))
      .map((personId) => ({
        personId,
        kind: 'evaluation.asked',
        subjectKey: `${facts.id}:${moment}`,
        href: evaluationHref(facts, `questions/${moment}`),
        dueAt: null,
      })),
  );

/** Whoever keeps a group that has not been handed in; at the start, also whoever is to measure and has no group yet. */
function toMeasure(facts: WaitingFacts, moment: Moment, today: string): Waiting[] {
  const day = facts.dates[moment];
  if (today < addDays(day, standsFrom) || today > addDays(day, standsUntil)) return [];
  return facts.people
    .filter(({ parts }) => parts.includes('participant') || parts.includes('facilitator'))
    .flatMap(({ personId, parts }): Waiting[] => {
      if (!facts.measures.some((measure) => usesMeasure(measure, personId))) return [];
      const own = facts.groups.filter(({ teacherId }) => teacherId === personId);
      const open = own.filter(({ handedIn }) => !handedIn.includes(moment));
      const begins = own.length === 0 && moment === 'baseline' && parts.includes('participant');
      if (open.length === 0 && !begins) return [];
      return [
        {
          personId,
          kind: `evaluation.${moment}`,
          subjectKey: `${facts.id}:${moment}`,
          href: open.length === 1 ? sheetHref(facts, open[0]!, moment) : evaluationHref(facts, 'groups'),
          dueAt: instantAt(day, '07:00', facts.zone),
        },
      ];
    });
}
