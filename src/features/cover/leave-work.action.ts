import { z } from 'zod';
import { keepText } from '#platform/audit/text-versions.ts';
import type { Db } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { Refused, Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { version } from '#platform/http/input.ts';
import { action, members, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { absencePage, loadAbsence } from './absence.page.ts';
import { workField } from './absence.view.ts';
import { absenceHref, absencesPath, type Gap, lessonInWords } from './cover.ts';
import { lockPeople } from './cover.queries.ts';

const longest = 4000;

/** Writes down what the classes of a week do. Throws `Stale`, with the texts that differ, where any was saved meanwhile. */
export const leaveWork = action(`${absencesPath}/:absence/work`, {
  purpose: 'administration',
  access: members('staff'),
  page: absencePage,
  input: z.looseObject({ version: version(), week: z.string().default('') }),
  async run(change, { version: seen, week: _week, ...sent }) {
    const { absence } = await loadAbsence(change);
    await lockPeople(change.tx, change.organisationId, [absence.personId]);
    const { gaps, workVersion } = await loadAbsence(change);
    const changed = gaps.flatMap((gap) => {
      const text = textOf(sent[workField(gap)]);
      if (text === undefined || text === gap.work) return [];
      if (text.length > longest)
        throw new Refused({
          [workField(gap)]: t('This is too long: {n} characters at most.', { n: longest }),
        });
      return [{ gap, text }];
    });
    if (seen !== workVersion && changed.length > 0)
      throw new Stale({
        version: workVersion,
        writerId: null,
        writtenBy: t('Somebody'),
        writtenAt: change.now,
        fields: changed.map(({ gap }) => ({
          name: workField(gap),
          label: lessonInWords(gap),
          text: gap.work,
        })),
      });
    if (changed.length === 0) throw new Refused(t('Nothing was changed.'));
    for (const { gap, text } of changed) await saveWork(change, gap, text);
    await change.record({
      kind: 'cover.work-left',
      itemId: absence.id,
      body: { classes: changed.length },
    });
    return see(absenceHref(absence.id), t('Saved. Whoever takes the class reads it.'));
  },
});

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : undefined;

async function saveWork(
  { tx, organisationId: owner, who, now }: Change,
  gap: Gap,
  text: string,
): Promise<void> {
  const before = await selectWork(tx, owner, gap);
  const id = before?.id ?? newId(now);
  const version = (before?.version ?? 0) + 1;
  const written = { text, version, written_by: who.personId, written_at: now };
  if (before)
    await tx
      .updateTable('cover_work')
      .set(written)
      .where('owner_id', '=', owner)
      .where('id', '=', id)
      .execute();
  else
    await tx
      .insertInto('cover_work')
      .values({
        owner_id: owner,
        id,
        person_id: gap.personId,
        on_date: gap.on,
        unit_id: gap.unitId,
        starts_at: gap.startsAt,
        ...written,
      })
      .execute();
  await keepText(tx, { ownerId: owner, id }, version, { text }, who.personId, now);
}

const selectWork = (db: Db, owner: string, gap: Gap) =>
  db
    .selectFrom('cover_work')
    .select(['id', 'version'])
    .where('owner_id', '=', owner)
    .where('person_id', '=', gap.personId)
    .where('on_date', '=', gap.on)
    .where('unit_id', '=', gap.unitId)
    .where('starts_at', '=', gap.startsAt)
    .executeTakeFirst();
