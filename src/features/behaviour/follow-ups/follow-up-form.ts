import { z } from 'zod';
import { instantAt, isTime } from '#platform/calendar/local-time.ts';
import type { Visit } from '#platform/http/context.ts';
import { choice, day, line, optionalId, optionalProse, ticked, wholeNumber } from '#platform/http/input.ts';
import type { Wrong } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type Settled, unsettled } from '../settings/settled.queries.ts';
import { kindInWords, kinds, tellingInWords, tellings } from './follow-up.ts';
import type { Supervisor } from './follow-up.queries.ts';

/** The same fields where something is planned and where it is moved. */
export const followUpInput = {
  kind: choice(kinds),
  words: optionalProse(600),
  no_name: ticked(),
  on: day(),
  at: z.string({ error: 'Choose a time.' }).trim().refine(isTime, 'Write the time as 12:30.'),
  minutes: wholeNumber(1, 480),
  place: line('Write where.', 80),
  supervisor: optionalId(),
  told_how: choice(tellings),
  shorter: ticked(),
};

export type SentFollowUp = z.output<z.ZodObject<typeof followUpInput>>;

export const followUpFields = (
  f: Fields,
  {
    staff,
    settled,
    isNamed,
  }: { staff: readonly Supervisor[]; settled: readonly Settled[]; isNamed: boolean },
): Html => {
  const { promise, noticeHours } = settled[0] ?? unsettled;
  return html`${f.radios({
    name: 'kind',
    label: t('What'),
    required: true,
    options: kinds.map((value) => ({
      value,
      label: kindInWords(value),
      hint:
        value === 'detention-after'
          ? [promise, t('The family is told at least {n} hours before.', { n: noticeHours })]
              .filter(Boolean)
              .join(' ')
          : undefined,
    })),
  })}
  ${f.textarea({ name: 'words', label: t('What it is for'), hint: t('Pupil and family read this: what can be put right, and how.'), rows: 2, maxlength: 600 })}
  ${isNamed && f.checkbox({ name: 'no_name', label: t('It is no pupil’s name: save it as it is') })}
  ${f.date({ name: 'on', label: t('Day'), required: true })}
  ${f.time({ name: 'at', label: t('From'), required: true })}
  ${f.number({ name: 'minutes', label: t('Minutes'), required: true, min: 1, max: 480, initial: 20, width: 'short' })}
  ${f.text({ name: 'place', label: t('Where'), required: true, maxlength: 80 })}
  ${f.select({ name: 'supervisor', label: t('With whom'), options: staff.map(({ personId, name }) => ({ value: personId, label: name })) })}
  ${f.select({ name: 'told_how', label: t('How the family was told'), required: true, initial: '', options: tellings.map((value) => ({ value, label: tellingInWords(value) })) })}
  ${f.checkbox({ name: 'shorter', label: t('The family agreed to shorter notice than the school promises') })}`;
};

/** What is wrong between the fields; nothing where it can be so. */
export function wrongFollowUp(
  { kind, on, at, shorter }: Partial<SentFollowUp>,
  { now, today, who }: Pick<Visit, 'now' | 'today' | 'who'>,
  settled: readonly Settled[],
): Wrong {
  if (on === undefined) return {};
  if (on < today) return { on: t('This day is over already.') };
  const { noticeHours } = settled[0] ?? unsettled;
  if (kind !== 'detention-after' || at === undefined || shorter) return {};
  const begins = instantAt(on, at, who.standing.organisation.zone);
  if (begins.getTime() - now.getTime() >= noticeHours * 3_600_000) return {};
  return {
    on: t(
      'The school promises families {n} hours’ notice. Choose a later day, or tick that the family agreed.',
      {
        n: noticeHours,
      },
    ),
  };
}
