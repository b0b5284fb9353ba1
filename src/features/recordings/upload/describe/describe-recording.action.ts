import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { Refused } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { day, line, optionalId, optionalProse, ticked } from '#platform/http/input.ts';
import { action, members, see, type Wrong } from '#platform/http/route.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { FilmedPupil } from '#features/consents/index.ts';
import { insertRecording, type NewRecording } from '../../insert-recording.ts';
import { notesAfterInput } from '../../making/notes-after.ts';
import { recordingHref } from '../../recording.ts';
import { type DescribeAsked, learningPurpose, selectDescribing, whereValue } from './describe.queries.ts';
import { pupilField } from './describe.view.ts';
import { newRecordingPage, newRecordingPath } from './new-recording.page.ts';

/** A lesson that is to be filmed may be described so many days before. */
const daysAhead = 31;

const input = z.looseObject({
  title: line('Say what it is called.'),
  lesson: optionalProse(2_000),
  filmed_on: day('Choose the day of the lesson.'),
  unit: optionalId(),
  others: optionalProse(2_000),
  blur_others: ticked(),
  only_me: ticked(),
  where: z.string().max(80).default(''),
  keep_until: day('Choose until when it is kept.'),
  notes_after: notesAfterInput(),
});
type Described = z.output<typeof input>;

/** Says what a recording is of and who is in it. Nothing of it is there yet. */
export const describeRecording = action(newRecordingPath, {
  purpose: 'learning',
  access: members('staff'),
  page: newRecordingPage,
  input,
  async alsoWrong(visit, readable) {
    return wrongIn(visit, readable, await askedFor(visit, readable));
  },
  async run(change, described) {
    const asked = await askedFor(change, described);
    const wrong = wrongIn(change, described, asked);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const where = asked.wheres.find((each) => whereValue(each) === described.where);
    const id = await insertRecording(
      change.tx,
      change.organisationId,
      {
        authorId: change.who.personId,
        title: described.title,
        lesson: described.lesson,
        others: described.others,
        blurOthers: described.blur_others,
        filmedOn: described.filmed_on,
        unitId: described.unit,
        circleId: where?.circleId ?? null,
        stepId: where?.stepId ?? null,
        consentPurpose: learningPurpose,
        pupils: pupilsIn(described, asked.pupils),
        keepUntil: described.keep_until,
        notesAfter: described.notes_after,
        tagSets: [],
        clipForm: null,
      },
      (about) => change.services.keys.newKey(about).wrapped,
      change.now,
    );
    await change.record({ kind: 'recording.described', itemId: id });
    return see(recordingHref({ id }, 'send'), t('It is described. Now film, or choose a film.'));
  },
});

const askedFor = (visit: Visit, { unit }: Partial<Described>): Promise<DescribeAsked> =>
  selectDescribing(visit.db, visit.who, { unitId: unit ?? undefined, today: visit.today });

function wrongIn(visit: Visit, described: Partial<Described>, asked: DescribeAsked): Wrong {
  return {
    ...wrongDays(visit, described, asked),
    ...wrongPlace(described, asked),
    ...wrongPupils(described, asked),
    ...nobodySaid(described),
  };
}

function wrongDays(
  { today }: Visit,
  { filmed_on: on, keep_until: until }: Partial<Described>,
  asked: DescribeAsked,
): Wrong {
  const latest = addDays(on ?? today, asked.keeping.longestDays);
  return {
    ...(on !== undefined &&
      on > addDays(today, daysAhead) && {
        filmed_on: t('Choose a day up to {day}.', { day: formatDate(addDays(today, daysAhead)) }),
      }),
    // A day that lies too far ahead is mended first.
    ...(until !== undefined &&
      (on === undefined || on <= addDays(today, daysAhead)) &&
      (until <= today || until < (on ?? today)
        ? { keep_until: t('Choose a day after today and after the lesson.') }
        : until > latest && {
            keep_until: t('Your school keeps recordings for {n} days at most: until {day}.', {
              n: asked.keeping.longestDays,
              day: formatDate(latest),
            }),
          })),
  };
}

function wrongPlace({ where, unit }: Partial<Described>, { wheres, classes }: DescribeAsked): Wrong {
  return {
    ...(where &&
      !wheres.some((each) => whereValue(each) === where) && { where: t('Choose one from the list.') }),
    ...(unit && !classes.some(({ id }) => id === unit) && { unit: t('Choose a class from the list.') }),
  };
}

/** Who is in it is said on purpose, also where it is nobody but oneself. */
const nobodySaid = ({ unit, others, only_me: onlyMe }: Partial<Described>): Wrong =>
  unit || others || onlyMe
    ? {}
    : { others: t('Choose the class, say who is in it, or tick that it is nobody but you.') };

const sorts = ['seen', 'hidden', 'away'];

/** What was said of a pupil: by name, or, of those without consent, of all at once. */
function saidOf(described: Partial<Described>, pupil: FilmedPupil): string {
  const own = String(described[pupilField(pupil)] ?? '');
  return own || (pupil.answer === 'given' ? '' : String(described['rest'] ?? ''));
}

/** Of every pupil of the class it is said; where the class was changed and its pupils were not shown yet, of none. */
function wrongPupils(described: Partial<Described>, { pupils }: DescribeAsked): Wrong {
  const missing = pupils.filter((pupil) => !sorts.includes(saidOf(described, pupil)));
  if (missing.length > 0 && pupils.every((pupil) => described[pupilField(pupil)] === undefined))
    return { unit: t('Say of each pupil of this class, below, whether they can be seen.') };
  // One sentence where one answer mends it all.
  const unsaid = missing.filter(({ answer }) => answer !== 'given');
  if (unsaid.length > 1 && unsaid.length === missing.length)
    return {
      rest: t('Say it of all at once here, or of each below: of {n} pupils nothing is said yet.', {
        n: unsaid.length,
      }),
    };
  return Object.fromEntries(
    missing.map((pupil) => [
      pupilField(pupil),
      t('Say whether {name} is in the recording.', { name: pupil.name }),
    ]),
  );
}

/** Whoever was not there has nothing to do with it. */
const pupilsIn = (described: Described, pupils: readonly FilmedPupil[]): NewRecording['pupils'] =>
  pupils.flatMap((pupil) => {
    const shown = saidOf(described, pupil);
    return shown === 'seen' || shown === 'hidden'
      ? [{ personId: pupil.personId, shown, consent: pupil.answer }]
      : [];
  });
