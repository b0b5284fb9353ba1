import { sql } from 'kysely';
import { z } from 'zod';
import { isId } from '#platform/db/ids.ts';
import { NotAllowed, NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { awayHref } from '../attendance.ts';
import { isOwnChild } from '../attendance.access.ts';
import { absenceInput, wrongAbsence } from './absence-fields.ts';
import { selectAway } from './away.queries.ts';
import { awayPage } from './away.page.ts';
import { refuseClosed } from './closed-days.ts';
import { insertAbsence } from './insert-absence.ts';

const path = awayHref(':pupil');
const common = { purpose: 'administration', access: 'signed-in' } as const;

/** A grown-up of the family says why a child is away, or asks for leave. */
export const sayAway = action(path, {
  ...common,
  page: awayPage,
  input: z.object(absenceInput),
  alsoWrong: ({ today }, readable) => wrongAbsence(readable, today),
  async run(change, input) {
    const { pupilId, name, online } = await selectAway(
      change.tx,
      change.who,
      change.params.pupil!,
      change.today,
    );
    if (!online)
      throw new NotAllowed(t('At this school you ring or write to the office when a child is away.'));
    const wrong = wrongAbsence(input, change.today);
    if (Object.keys(wrong).length > 0) throw new Refused(wrong);
    const until = input.until_on ?? input.from_on;
    await refuseClosed(change.tx, change.organisationId, input.from_on, until);
    const id = await insertAbsence(
      change.tx,
      change.organisationId,
      {
        pupilId,
        fromOn: input.from_on,
        untilOn: until,
        part: input.part,
        sort: input.sort,
        words: input.words,
        saidHow: 'online',
        saidBy: '',
        saidOn: change.today,
      },
      { by: change.who.personId, now: change.now },
    );
    await change.record({
      kind: 'absence.said',
      itemId: id,
      body: { pupilId, fromOn: input.from_on, untilOn: until, leave: input.sort === 'leave' },
      tell: true,
    });
    return see(
      awayHref(pupilId),
      input.sort === 'leave'
        ? t('The head has your request and will answer you here.')
        : t('Thank you. The school knows about {name}.', { name }),
      `${awayHref(pupilId)}/${id}/take-back`,
    );
  },
});

/** What one said oneself can be taken back while the school has not settled it. */
export const takeBackAway = action(`${path}/:absence/take-back`, {
  ...common,
  input: z.object({}),
  run: (change) => setTakenBack(change, true),
});

export const restoreAway = action(`${path}/:absence/restore`, {
  ...common,
  input: z.object({}),
  run: (change) => setTakenBack(change, false),
});

async function setTakenBack(change: Change, back: boolean) {
  const { pupil, absence } = change.params as { pupil: string; absence: string };
  if (!isId(pupil) || !isId(absence)) throw new NotFound();
  const { tx, who, organisationId: owner, now } = change;
  const { rows } = await sql<{ fromOn: string; untilOn: string }>`update pupil_absence a
    set taken_back_at = ${back ? now : null}, taken_back_by = ${back ? who.personId : null}, version = a.version + 1
    where a.owner_id = ${owner} and a.id = ${absence} and a.pupil_id = ${pupil} and a.written_by = ${who.personId}
      and a.said_how = 'online' and a.decision is null and (a.taken_back_at is null) = ${back}
      and ${isOwnChild(who, sql`a.pupil_id`, change.today)}
    returning a.from_on as "fromOn", a.until_on as "untilOn"`.execute(tx);
  if (!rows[0]) {
    // Said kindly where it is one's own and only too late; nothing is said of what others wrote.
    const { said } = await selectAway(tx, who, pupil, change.today);
    if (said.some(({ id, isMine, decision }) => id === absence && isMine && decision !== null))
      throw new Refused(t('The school has settled this already. Ring the office if it was not so.'));
    throw new NotFound();
  }
  const { fromOn, untilOn } = rows[0];
  await change.record({
    kind: back ? 'absence.taken-back' : 'absence.said',
    itemId: absence,
    body: { pupilId: pupil, fromOn, untilOn },
    tell: true,
  });
  return back
    ? see(
        awayHref(pupil),
        t('Taken back. The school will not count on it.'),
        `${awayHref(pupil)}/${absence}/restore`,
      )
    : see(awayHref(pupil), t('It stands again.'), `${awayHref(pupil)}/${absence}/take-back`);
}
