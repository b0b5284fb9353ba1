import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { clockIn } from '#platform/calendar/local-time.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  type Absence,
  type AbsenceFields,
  selectAbsence,
  selectBefore,
  selectOverlapping,
  setAbsenceEnded,
  updateAbsence,
} from './absence.queries.ts';
import { absenceInput, readAbsence, wrongAbsence } from './absence-input.ts';
import { absencePage } from './absence.page.ts';
import { bringCoversBack, endCoversNotNeeded, hasBegunToday } from './absence-covers.ts';
import { absenceHref, absenceKinds, absencesPath, daysInWords } from './cover.ts';
import { lockPeople } from './cover.queries.ts';

const common = { purpose: 'administration', access: members('staff') } as const;

/** Changes the days of an absence, or why. What was arranged and is not needed any more ends, and its people hear. */
export const changeAbsence = action(`${absencesPath}/:absence`, {
  ...common,
  page: absencePage,
  input: z.object({ ...absenceInput, version: version() }),
  alsoWrong: ({ today }, readable) => wrongAbsence(readable, today),
  async run(change, { version: seen, ...sent }) {
    const wrong = wrongAbsence({ ...sent, when: 'days' }, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const absence = await standing(change);
    await save(change, absence, readAbsence({ ...sent, when: 'days' }, change.today), seen);
    return see(absenceHref(absence.id), t('Saved.'), undoHref(absence));
  },
});

/** Takes back the change that is saved now, and no other. */
const undoHref = ({ id, version: before }: Absence): string => absenceHref(id, `undo/${before + 1}`);

/** Makes it as it was before that change, as long as it is the last one. */
export const undoAbsence = action(`${absencesPath}/:absence/undo/:version`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const absence = await standing(change);
    if (String(absence.version) !== change.params.version)
      throw new Refused(t('Somebody changed this meanwhile. Look at it before you change it back.'));
    const before = Kept.safeParse(await selectBefore(change.tx, change.organisationId, absence));
    if (!before.success) throw new NotFound();
    await save(change, absence, before.data, absence.version);
    await bringCoversBack(change, absence);
    return see(absenceHref(absence.id), t('It is as it was before.'));
  },
});

const Kept = z.object({
  fromOn: z.string(),
  untilOn: z.string(),
  fromTime: z.string().nullable(),
  untilTime: z.string().nullable(),
  kind: z.enum(absenceKinds),
  words: z.string(),
  shown: z.boolean(),
});

/**
 * In after all: an absence that has not begun is taken back; one that has is over since yesterday. Whoever comes back in
 * the course of a day, after colleagues took a class, is back from that moment.
 */
export const backFromAbsence = action(`${absencesPath}/:absence/back`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const absence = await standing(change);
    const { today, now, who } = change;
    if (absence.untilOn < today) throw new Refused(t('This is over already.'));
    if (await hasBegunToday(change, absence.id)) {
      const untilTime = clockIn(now, who.standing.organisation.zone);
      if (absence.untilOn === today && absence.untilTime !== null && absence.untilTime <= untilTime)
        throw new Refused(t('This is over already.'));
      await save(change, absence, { ...absence, untilOn: today, untilTime }, absence.version);
      return see(absenceHref(absence.id), t('Back from {time} on.', { time: untilTime }), undoHref(absence));
    }
    if (absence.fromOn < today) {
      const until = { untilOn: addDays(change.today, -1), untilTime: null };
      await save(change, absence, { ...absence, ...until }, absence.version);
      return see(absenceHref(absence.id), t('Back from today on.'), undoHref(absence));
    }
    await setAbsenceEnded(change.tx, change.organisationId, absence.id, {
      endedAt: change.now,
      now: change.now,
    });
    await endCoversNotNeeded(change, absence.id);
    await change.record({
      kind: 'staff-absence.taken-back',
      itemId: absence.id,
      body: { personId: absence.personId },
      tell: true,
    });
    return see(
      absenceHref(absence.id),
      t('Taken back. Whoever was asked to cover is told.'),
      absenceHref(absence.id, 'restore'),
    );
  },
});

/** It was right after all: away as before, with what was arranged, where that still can be. */
export const restoreAbsence = action(`${absencesPath}/:absence/restore`, {
  ...common,
  input: z.object({}),
  async run(change) {
    const { tx, organisationId: owner } = change;
    const absence = await selectAbsence(tx, change.who, change.params.absence!);
    if (absence.endedAt === null) throw new Refused(t('This stands already.'));
    await lockPeople(tx, owner, [absence.personId]);
    await refuseOverlap(change, absence, absence);
    await setAbsenceEnded(tx, owner, absence.id, { endedAt: null, now: change.now });
    await bringCoversBack(change, absence);
    await change.record({
      kind: 'staff-absence.restored',
      itemId: absence.id,
      body: { personId: absence.personId },
      tell: true,
    });
    return see(absenceHref(absence.id), t('It stands again.'), absenceHref(absence.id, 'back'));
  },
});

/** One that stands, with its person locked. */
async function standing(change: Change): Promise<Absence> {
  const id = change.params.absence!;
  const { personId } = await selectAbsence(change.tx, change.who, id);
  await lockPeople(change.tx, change.organisationId, [personId]);
  const absence = await selectAbsence(change.tx, change.who, id);
  if (absence.endedAt !== null) throw new Refused(t('This was taken back.'));
  return absence;
}

async function refuseOverlap(change: Change, absence: Absence, fields: AbsenceFields): Promise<void> {
  const other = await selectOverlapping(
    change.tx,
    change.organisationId,
    { ...fields, personId: absence.personId },
    absence.id,
  );
  if (other)
    throw new Refused({
      '': t('There is another absence on these days: {days}.', { days: daysInWords(other) }),
    });
}

async function save(change: Change, absence: Absence, fields: AbsenceFields, seen: number): Promise<void> {
  const { tx, organisationId: owner, who, now } = change;
  await refuseOverlap(change, absence, fields);
  await updateAbsence(tx, owner, absence, fields, { version: seen, by: who.personId, now });
  await endCoversNotNeeded(change, absence.id);
  await change.record({
    kind: 'staff-absence.changed',
    itemId: absence.id,
    body: { personId: absence.personId },
    tell: true,
  });
}
