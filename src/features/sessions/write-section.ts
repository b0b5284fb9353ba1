import { keepText } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { Stale } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Step } from '#features/programmes/index.ts';
import { selectSection } from './minutes.queries.ts';
import { leaveSection } from './section-writing.queries.ts';

/**
 * Writes a section over the version the person was shown; the text it replaces is kept, and whoever wrote is not
 * taken to be writing any more. Call it with the step locked. Throws `Stale` with the other text when somebody
 * saved meanwhile.
 */
export async function writeSection(
  change: Change,
  step: Step,
  section: string,
  text: string,
  shown: number,
): Promise<void> {
  const { tx, now, who } = change;
  const before = await selectSection(tx, step, section);
  const written = { text, version: shown + 1, written_by: who.personId, written_at: now };
  if (!before)
    await tx
      .insertInto('step_minutes')
      .values({ owner_id: step.owner_id, id: newId(now), step_id: step.id, section, ...written, version: 1 })
      .execute();
  else {
    if (before.version !== shown)
      throw new Stale({
        version: before.version,
        writerId: before.written_by,
        writtenBy: before.writtenBy,
        writtenAt: before.written_at,
        fields: [{ name: 'text', label: t('What is noted'), text: before.text }],
      });
    const of = { ownerId: step.owner_id, id: before.id };
    await keepText(tx, of, before.version, { text: before.text }, before.written_by, before.written_at);
    await tx
      .updateTable('step_minutes')
      .set(written)
      .where('owner_id', '=', step.owner_id)
      .where('id', '=', before.id)
      .execute();
  }
  await leaveSection(tx, step, section, who.personId);
  await change.record({ kind: 'minutes.saved', itemId: step.id, body: { section, version: shown + 1 } });
}
