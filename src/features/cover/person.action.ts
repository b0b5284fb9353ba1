import { z } from 'zod';
import { throwStale, keepText } from '#platform/audit/text-versions.ts';
import { isId, newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { choice, optionalTime, version } from '#platform/http/input.ts';
import { action, roles, see, type See } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { weekdays } from '#features/people/index.ts';
import { coverKeepers } from './cover.access.ts';
import { personHref } from './cover.ts';
import { lockPeople } from './cover.queries.ts';
import { keptFreeKinds } from './kept-free.ts';
import { loadPerson, personPage } from './person.page.ts';
import { askedInWords } from './term.page.ts';

const common = { purpose: 'administration', access: roles(...coverKeepers) } as const;

/** Says how somebody is asked to cover. Throws `Stale` where it was saved meanwhile. */
export const saveAsked = action(personHref(':person'), {
  ...common,
  page: personPage,
  input: z.object({ asked: choice(['usual', 'first', 'never']), version: version() }),
  async run(change, { asked, version: seen }) {
    const { tx, organisationId: owner, who, now } = change;
    await lockPeople(tx, owner, [(await loadPerson(change)).personId]);
    const person = await loadPerson(change);
    const of = { ownerId: owner, id: person.personId };
    if (person.version !== seen)
      await throwStale(
        tx,
        of,
        {
          version: person.version,
          fields: [{ name: 'as_it_stands', label: t('They are asked'), text: askedInWords[person.asked]() }],
        },
        now,
      );
    const written = { asked, version: seen + 1, changed_by: who.personId, changed_at: now };
    await tx
      .insertInto('cover_person')
      .values({ owner_id: owner, person_id: person.personId, ...written })
      .onConflict((conflict) => conflict.columns(['owner_id', 'person_id']).doUpdateSet(written))
      .execute();
    await keepText(tx, of, seen + 1, { asked }, who.personId, now);
    await change.record({ kind: 'cover.asked-changed', itemId: person.personId, body: { asked } });
    return see(personHref(person.personId), t('Saved.'));
  },
});

/** Keeps a time of each week free of cover. */
export const addKeptFree = action(personHref(':person', 'free'), {
  ...common,
  page: personPage,
  input: z.object({
    weekday: choice(weekdays, 'Choose a day.'),
    from: optionalTime(),
    until: optionalTime(),
    kind: choice(keptFreeKinds),
  }),
  async run(change, { weekday, from, until, kind }) {
    const { tx, organisationId: owner, who, now } = change;
    const { personId } = await loadPerson(change);
    if (from === null) throw new Refused({ from: t('Write from when.') });
    if (until === null || until <= from) throw new Refused({ until: t('Write a time after that.') });
    const id = newId(now);
    await tx
      .insertInto('cover_kept_free')
      .values({
        owner_id: owner,
        id,
        person_id: personId,
        weekday,
        starts_at: from,
        ends_at: until,
        kind,
        added_by: who.personId,
        created_at: now,
        ended_at: null,
      })
      .execute();
    await change.record({ kind: 'cover.kept-free', itemId: id, body: { personId } });
    return see(
      personHref(personId),
      t('Nobody is suggested to ask them then.'),
      personHref(personId, `free/${id}/end`),
    );
  },
});

export const endKeptFree = action(personHref(':person', 'free/:free/end'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, change.now),
});

export const restoreKeptFree = action(personHref(':person', 'free/:free/restore'), {
  ...common,
  input: z.object({}),
  run: (change) => setEnded(change, null),
});

async function setEnded(change: Change, endedAt: Date | null): Promise<See> {
  const { tx, organisationId: owner, params } = change;
  const { personId } = await loadPerson(change);
  const id = params.free!;
  if (!isId(id)) throw new NotFound();
  const { numUpdatedRows } = await tx
    .updateTable('cover_kept_free')
    .set({ ended_at: endedAt })
    .where('owner_id', '=', owner)
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) throw new NotFound();
  await change.record({
    kind: endedAt ? 'cover.kept-free-ended' : 'cover.kept-free-restored',
    itemId: id,
    body: { personId },
  });
  const undo = personHref(personId, `free/${id}/${endedAt ? 'restore' : 'end'}`);
  return see(personHref(personId), endedAt ? t('It is taken out.') : t('It is kept free again.'), undo);
}
