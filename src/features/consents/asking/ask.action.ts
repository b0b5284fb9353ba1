import { z } from 'zod';
import { addDays } from '#platform/calendar/dates.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { day, ticks } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { longestDays } from '../consent.ts';
import { consentKeepers } from '../consents.access.ts';
import { consentPurpose } from '../purposes.ts';
import { askingPath } from './addresses.ts';
import { askingPage } from './asking.page.ts';

const common = { purpose: 'administration', access: roles(...consentKeepers) } as const;

/** Asks all families. One round at a time: nobody should answer the same thing twice. */
export const askFamilies = action(askingPath, {
  ...common,
  page: askingPage,
  input: z.object({ purposes: ticks(), answer_by: day(), until: day() }),
  async run(change, { purposes, answer_by: answerBy, until }) {
    const { tx, organisationId: owner, now, today, who } = change;
    const asked = purposes.filter((id) => consentPurpose(id) !== undefined);
    if (asked.length === 0) throw new Refused({ purposes: t('Choose for what.') });
    if (answerBy < today) throw new Refused({ answer_by: t('This day is over already.') });
    if (until < answerBy) throw new Refused({ until: t('It ends before families have answered.') });
    if (until > addDays(today, longestDays))
      throw new Refused({
        until: t('A consent is given for one school year: choose a day within thirteen months.'),
      });
    const running = await tx
      .selectFrom('consent_round')
      .select('id')
      .where('owner_id', '=', owner)
      .where('ended_at', 'is', null)
      .where('until', '>=', today)
      .executeTakeFirst();
    if (running) throw new Refused(t('Families are being asked already. End that first.'));
    const id = newId(now);
    await tx
      .insertInto('consent_round')
      .values({
        owner_id: owner,
        id,
        purposes: asked,
        answer_by: answerBy,
        until,
        asked_by: who.personId,
        created_at: now,
      })
      .execute();
    await change.record({ kind: 'consent-round.begun', itemId: id, body: { purposes: asked }, tell: true });
    return see(
      askingPath,
      t('The families are asked. It waits for each of them where they sign in.'),
      `${askingPath}/${id}/end`,
    );
  },
});

const setEnded = (what: 'end' | 'restore') =>
  action(`${askingPath}/:round/${what}`, {
    ...common,
    input: z.object({}),
    async run(change) {
      const id = change.params.round!;
      if (!isId(id)) throw new NotFound();
      const row = await change.tx
        .updateTable('consent_round')
        .set({ ended_at: what === 'end' ? change.now : null })
        .where('owner_id', '=', change.organisationId)
        .where('id', '=', id)
        .where('ended_at', what === 'end' ? 'is' : 'is not', null)
        .returning('id')
        .executeTakeFirst();
      if (!row) throw new NotFound();
      const kind = what === 'end' ? 'consent-round.ended' : 'consent-round.begun';
      await change.record({ kind, itemId: id, body: {}, tell: true });
      return what === 'end'
        ? see(
            askingPath,
            t('Nobody is asked any more. What was answered stands.'),
            `${askingPath}/${id}/restore`,
          )
        : see(askingPath, t('The families are asked again.'));
    },
  });

/** Asking ends, and can be taken up again; what was answered stands. */
export const endAsking = setEnded('end');
export const restoreAsking = setEnded('restore');
