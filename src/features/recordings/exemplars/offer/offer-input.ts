import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { day, id, line, optionalLine, optionalProse, ticked, ticks } from '#platform/http/input.ts';
import { formatDate, formatList, t } from '#platform/i18n/i18n.ts';
import type { Wrong } from '#platform/http/route.ts';
import type { Keeping } from '../../making/keep.ts';
import { msOf, type Recording } from '../../recording.ts';
import { exemplarInput, wrongRow } from '../exemplar-fields.ts';
import type { SeenPupil } from './offering.queries.ts';

/** Nothing shorter is worth showing, in milliseconds. */
const shortest = 1000;

export const offerInput = z.object({
  /** Of the copy, given with the form: sent twice there is one. */
  id: id(),
  title: line('Say what it is called.'),
  lesson: optionalProse(2_000),
  from: optionalLine(12),
  to: optionalLine(12),
  ...exemplarInput,
  /** Those who cannot be recognised in what is offered, though they can in the whole. */
  unseen: ticks(),
  others_agree: ticked(),
  /** With the transcript. */
  transcript: ticked(),
  keep_until: day('Choose until when it is kept.'),
});
export type Offered = z.output<typeof offerInput>;

/** A stretch, or null for the whole. */
export type Stretch = { fromMs: number; toMs: number } | null;

/** The stretch that was asked for, or what is wrong with it. The page shows whole seconds: its last means the end. */
export function stretchOf(
  { from = '', to = '' }: Partial<Offered>,
  { durationMs }: Pick<Recording, 'durationMs'>,
): { stretch: Stretch } | { wrong: Wrong } {
  const unread = t('Write minutes and seconds, such as 1:30.');
  const fromMs = from === '' ? 0 : msOf(from);
  if (fromMs === null) return { wrong: { from: unread } };
  const typedTo = to === '' ? durationMs : msOf(to);
  if (to !== '' && typedTo === null) return { wrong: { to: unread } };
  if (durationMs === null || typedTo === null) return { stretch: null };
  const toMs = typedTo >= Math.floor(durationMs / 1000) * 1000 ? durationMs : typedTo;
  if (fromMs === 0 && toMs === durationMs) return { stretch: null };
  if (fromMs >= durationMs) return { wrong: { from: t('It is over by then.') } };
  if (toMs - fromMs < shortest) return { wrong: { to: t('At least a second has to be left.') } };
  return { stretch: { fromMs, toMs } };
}

/** Those who may be recognised in what is offered and have not agreed to that. */
const whoseConsentIsMissing = (pupils: readonly SeenPupil[], unseen: readonly string[]): SeenPupil[] =>
  pupils.filter(({ personId, answer }) => answer !== 'given' && !unseen.includes(personId));

/** All that is wrong with what was sent, field by field, as its author reads it. */
export function wrongIn(
  sent: Partial<Offered>,
  about: {
    recording: Recording;
    pupils: readonly SeenPupil[];
    canCut: boolean;
    today: string;
    keeping: Keeping;
  },
): Wrong {
  const { recording, pupils, canCut, today, keeping } = about;
  const cut = stretchOf(sent, recording);
  const missing = whoseConsentIsMissing(pupils, sent.unseen ?? []);
  const latest = addDays(recording.filmedOn, keeping.longestDays);
  const until = sent.keep_until;
  return {
    ...('wrong' in cut
      ? cut.wrong
      : cut.stretch &&
        !canCut && { from: t('A stretch cannot be cut out here. Only the whole can be offered.') }),
    ...wrongRow(sent),
    ...(missing.length > 0 && {
      unseen: t(
        'Nobody has agreed yet to an example in which these may be recognised: {names}. Ask their families, choose a stretch without them, or offer it with them blurred.',
        { names: formatList(missing.map(({ name }) => name)) },
      ),
    }),
    ...(recording.others !== '' &&
      !sent.others_agree && { others_agree: t('Ask them first: all staff will be able to watch it.') }),
    ...(until !== undefined &&
      (until <= today
        ? { keep_until: t('Choose a day after today.') }
        : until > latest && {
            keep_until: t('Your school keeps recordings until {day} at the latest.', {
              day: formatDate(latest),
            }),
          })),
  };
}
