import { z } from 'zod';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalDay, prose, ticked, version, wholeNumber } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { settingsPage } from './settings.page.ts';
import { cautionRoles } from './visitors.access.ts';
import { selectSettings } from './visitors.queries.ts';
import { type BadgeColours, colours, kinds, nameKey, settingsPath } from './visitors.ts';

const common = { purpose: 'administration', access: roles(...cautionRoles), page: settingsPage } as const;
/** Of badges of a kind: '' for none. */
const colour = z.enum(['', ...colours]).default('');
const cautionsPath = `${settingsPath}/cautions`;

export const saveSettings = action(settingsPath, {
  ...common,
  input: z.object({
    keep_days: wholeNumber(7, 2555),
    badges: ticked(),
    colour_visitor: colour,
    colour_volunteer: colour,
    colour_contractor: colour,
    colour_official: colour,
    version: version(),
  }),
  async run(change, { keep_days: keepDays, badges, version: shown, ...sent }) {
    const { tx, organisationId: owner } = change;
    const before = await selectSettings(tx, change.who, change.today);
    if (before.version !== shown)
      throw new Refused(
        t('Somebody changed this meanwhile: names are kept for {n} days now. Look at it again.', {
          n: before.keepDays,
        }),
      );
    const chosen: BadgeColours = Object.fromEntries(
      kinds.flatMap((kind) => {
        const of = sent[`colour_${kind}`];
        return of === '' ? [] : [[kind, of]];
      }),
    );
    const set = { keep_days: keepDays, badges, badge_colours: JSON.stringify(chosen), version: shown + 1 };
    await tx
      .insertInto('visitor_settings')
      .values({ owner_id: owner, ...set })
      .onConflict((conflict) => conflict.column('owner_id').doUpdateSet(set))
      .execute();
    await change.record({
      kind: 'visitor-settings.saved',
      body: {
        before: { keepDays: before.keepDays, badges: before.badges, colours: before.colours },
        after: { keepDays, badges, colours: chosen },
      },
    });
    return see(settingsPath, t('Saved.'));
  },
});

/** The desk asks before somebody of this name comes in. */
export const addCaution = action(cautionsPath, {
  ...common,
  input: z.object({
    name: line('Write the name.', 100),
    words: prose('Write why, and what to do.', 1000),
    until_on: optionalDay(),
  }),
  async run(change, { name, words, until_on: untilOn }) {
    if (untilOn !== null && untilOn < change.today) throw new Refused({ until_on: t('This day is over.') });
    const { tx, organisationId: owner, who, now } = change;
    const id = newId(now);
    await tx
      .insertInto('visitor_caution')
      .values({
        owner_id: owner,
        id,
        name,
        sort_name: nameKey(name),
        words,
        until_on: untilOn,
        written_by: who.personId,
        created_at: now,
      })
      .execute();
    await change.record({ kind: 'visitor-caution.added', itemId: id });
    return see(
      settingsPath,
      t('The desk asks before {name} comes in.', { name }),
      `${cautionsPath}/${id}/end`,
    );
  },
});

const setEnd = (below: 'end' | 'restore') =>
  action(`${cautionsPath}/:caution/${below}`, {
    ...common,
    input: z.object({}),
    async run(change: Change) {
      const id = change.params['caution']!;
      const ends = below === 'end';
      const row = isId(id)
        ? await change.tx
            .updateTable('visitor_caution')
            .set({ ended_at: ends ? change.now : null })
            .where('owner_id', '=', change.organisationId)
            .where('id', '=', id)
            .returning('id')
            .executeTakeFirst()
        : undefined;
      if (!row) throw new NotFound(t('There is no such name.'));
      await change.record({ kind: ends ? 'visitor-caution.ended' : 'visitor-caution.restored', itemId: id });
      return ends
        ? see(settingsPath, t('The name is taken off.'), `${cautionsPath}/${id}/restore`)
        : see(settingsPath, t('The name stands again.'));
    },
  });
export const endCaution = setEnd('end');
export const restoreCaution = setEnd('restore');
