import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import type { Change } from '#platform/http/context.ts';
import { optionalProse, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { collectedPolicy } from '../planner.policy.ts';
import { type Collected, collectionHref, nameOf } from './collection.ts';
import { featurePage, howField, openFeature } from './feature.page.ts';

/** Saves what the school notices of one feature. Throws `Stale` when somebody saved it meanwhile. */
export const saveFeature = action('/school/agreement-collection/features/:feature', {
  purpose: 'administration',
  access: collectedPolicy,
  page: featurePage,
  input: z.looseObject({
    version: version(),
    noticed: optionalProse(10_000),
    wanted: optionalProse(10_000),
  }),
  async run(change, sent) {
    const { tx, now, who, organisationId: ownerId } = change;
    const { feature, agreements } = await openFeature(change);
    const stored = await lockNote(change, feature.id);
    if ((stored?.version ?? 0) !== sent.version) return stale(change, stored, agreements);
    // Agreements of other pages of the collection keep what was said of them.
    const kept = (stored?.how ?? {}) as Record<string, string>;
    const how = { ...kept };
    for (const each of agreements) {
      const words = sent[howField(each)];
      if (typeof words === 'string') how[each.id] = words.trim().replace(/\s+/g, ' ').slice(0, 300);
    }
    const row = {
      how: JSON.stringify(how),
      noticed: sent.noticed,
      wanted: sent.wanted,
      version: sent.version + 1,
      written_by: who.personId,
      written_at: now,
    };
    const id = stored?.id ?? newId(now);
    if (stored)
      await tx
        .updateTable('agreement_feature_note')
        .set(row)
        .where('owner_id', '=', ownerId)
        .where('id', '=', id)
        .execute();
    else {
      const made = await tx
        .insertInto('agreement_feature_note')
        .values({ owner_id: ownerId, id, feature: feature.id, ...row })
        .onConflict((conflict) => conflict.columns(['owner_id', 'feature']).doNothing())
        .returning('id')
        .executeTakeFirst();
      if (!made) return stale(change, await lockNote(change, feature.id), agreements);
    }
    const fields = { noticed: sent.noticed, wanted: sent.wanted };
    await keepText(tx, { ownerId, id }, row.version, fields, who.personId, now);
    await change.record({ kind: 'agreement-feature.saved', body: { feature: feature.id } });
    return see(collectionHref('features'), t('Saved.'));
  },
});

interface Note {
  id: string;
  version: number;
  how: unknown;
  noticed: string;
  wanted: string;
}

const lockNote = ({ tx, organisationId }: Change, feature: string): Promise<Note | undefined> =>
  tx
    .selectFrom('agreement_feature_note')
    .select(['id', 'version', 'how', 'noticed', 'wanted'])
    .where('owner_id', '=', organisationId)
    .where('feature', '=', feature)
    .forUpdate()
    .executeTakeFirst();

const stale = (change: Change, note: Note | undefined, agreements: readonly Collected[]): Promise<never> =>
  throwStale(
    change.tx,
    { ownerId: change.organisationId, id: note?.id ?? change.organisationId },
    {
      version: note?.version ?? 0,
      fields: [
        ...agreements.map((each) => ({
          name: howField(each),
          label: nameOf(each),
          text: ((note?.how ?? {}) as Record<string, string>)[each.id] ?? '',
        })),
        { name: 'noticed', label: t('What is alike, and what differs?'), text: note?.noticed ?? '' },
        { name: 'wanted', label: t('What should our form have?'), text: note?.wanted ?? '' },
      ],
    },
    change.now,
  );
