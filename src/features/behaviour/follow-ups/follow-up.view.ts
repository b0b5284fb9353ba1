import { formatDate, formatMinutes, t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { type FollowUp } from './follow-up.queries.ts';
import { kindInWords, stateInWords } from './follow-up.ts';

type When = Pick<FollowUp, 'on' | 'at' | 'minutes' | 'place' | 'supervisor'>;

/** "18 November 2026, 12:30, 20 minutes, library, with Huw Parry". */
export const whenInWords = ({ on, at, minutes, place, supervisor }: When): string =>
  [
    t('{day}, {time}', { day: formatDate(on), time: at }),
    formatMinutes(minutes),
    place,
    ...(supervisor === null ? [] : [t('with {name}', { name: supervisor })]),
  ].join(', ');

export const whatInWords = ({
  kind,
  state,
  movedFrom,
}: Pick<FollowUp, 'kind' | 'state' | 'movedFrom'>): string =>
  t('{what}: {state}', { what: kindInWords(kind), state: stateInWords(state, movedFrom) });

/** What else stands at that time, said and not forbidden. */
export const clashNotice = ({ clashes }: Pick<FollowUp, 'clashes'>): Html | false =>
  clashes.length > 0 &&
  notice(
    'caution',
    html`${clashes.map(({ pupil, at }, nth) => html`${nth > 0 && ', '}<bdi>${pupil}</bdi>, ${at}`)}`,
    t('At that time something else is planned as well.'),
  );
