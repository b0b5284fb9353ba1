import { sql } from 'kysely';
import { z } from 'zod';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { lockPupils } from '../insert-consents.ts';
import { purposeTitle } from '../purposes.ts';
import { answersPath, takeBackHref } from './addresses.ts';
import { answersPage } from './answers.page.ts';
import { askedCarers } from './asked.ts';
import { allowedNow } from './asking.queries.ts';

const ask = composed((who, { today, consent }: Given<{ today: string; consent: string }>) => ({
  allowed: allowedNow(who, today, consent),
}));

type TakenBack = Given<{ today: string; pupil: string; consent: string }>;

const askTakenBack = composed((who, { today, pupil, consent }: TakenBack) => ({
  taken: list<{ purpose: string; withdrawnAt: Date }>(
    sql`select c.purpose, c.withdrawn_at as "withdrawnAt" from consent c
      join ${askedCarers(who.organisationId, today)} k on k.adult_id = ${who.personId} and k.pupil_id = c.person_id
      where c.owner_id = ${who.organisationId} and c.id = ${consent} and c.person_id = ${pupil} and c.ended_at is null
        and c.withdrawn_by = ${who.personId}`,
    { withdrawnAt: 'moment' },
  ),
}));

/**
 * A grown-up takes back what stands for their child, also between the times at which the school asks. One no is a no,
 * whoever said yes; only a yes is asked for anew.
 */
export const takeBackAllowed = action(takeBackHref(':pupil', ':consent'), {
  purpose: 'administration',
  access: 'signed-in',
  page: answersPage,
  input: z.object({}),
  async run(change) {
    const { tx, organisationId: owner, now, today, who, params } = change;
    const { pupil, consent } = params as { pupil: string; consent: string };
    if (!isId(pupil) || !isId(consent)) throw new NotFound();
    await lockPupils(tx, owner, [pupil]);
    const found = (await ask(tx, who, { today, consent })).allowed[0];
    if (!found || found.pupilId !== pupil) throw new NotFound();
    await tx
      .updateTable('consent')
      .set({ withdrawn_at: now, withdrawn_by: who.personId, withdrawn_word: who.standing.name.slice(0, 120) })
      .where('owner_id', '=', owner)
      .where('id', '=', found.id)
      .execute();
    await change.record({
      kind: 'consent.withdrawn',
      itemId: pupil,
      body: { personId: pupil, purpose: found.purpose },
      tell: true,
    });
    return see(
      answersPath,
      t('Taken back from now on: {purpose}. Those who teach {child} are told.', {
        purpose: purposeTitle(found.purpose),
        child: found.child,
      }),
      takeBackHref(pupil, consent, '/undo'),
    );
  },
});

/** It was a slip: for whoever took it back themselves, and nobody else. */
export const undoTakeBack = action(takeBackHref(':pupil', ':consent', '/undo'), {
  purpose: 'administration',
  access: 'signed-in',
  page: answersPage,
  input: z.object({}),
  async run(change) {
    const { tx, organisationId: owner, today, who, params } = change;
    const { pupil, consent } = params as { pupil: string; consent: string };
    if (!isId(pupil) || !isId(consent)) throw new NotFound();
    await lockPupils(tx, owner, [pupil]);
    const found = (await askTakenBack(tx, who, { today, pupil, consent })).taken[0];
    if (!found) throw new NotFound();
    await tx
      .updateTable('consent')
      .set({ withdrawn_at: null, withdrawn_by: null, withdrawn_word: null })
      .where('owner_id', '=', owner)
      .where('id', '=', consent)
      .execute();
    await change.record({
      kind: 'consent.given',
      itemId: pupil,
      body: { personId: pupil, purpose: found.purpose, withdrawnAt: found.withdrawnAt },
      tell: true,
    });
    return see(answersPath, t('It stands again: {purpose}.', { purpose: purposeTitle(found.purpose) }));
  },
});
