import { z } from 'zod';
import { nameCircle } from '#platform/access/circles.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import type { Change } from '#platform/http/context.ts';
import { t } from '#platform/i18n/i18n.ts';
import { type About, aboutInput } from './about.input.ts';
import { aboutPage } from './about.page.ts';
import { programmeHref } from './addresses.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { type Programme, selectProgramme } from './programme.queries.ts';

/** Saves the plan in words. Throws `Stale`, with the text as it stands, when somebody saved meanwhile. */
export const saveAboutAction = action('/programmes/:programme/design/about', {
  purpose: 'learning',
  access: programmePolicy,
  page: aboutPage,
  input: z.object({ ...aboutInput, version: version() }),
  async run(change, { version: shown, ...about }) {
    const { programme, item } = await openLedProgramme(change, 'design');
    const { tx, now, who } = change;
    const saved = await tx
      .updateTable('programme')
      .set({ ...about, version: shown + 1, updated_at: now })
      .where('owner_id', '=', programme.owner_id)
      .where('id', '=', programme.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    const kept = { ownerId: programme.owner_id, id: programme.id };
    if (saved.numUpdatedRows === 0n) return refuseStale(change, programme);
    await keepText(tx, kept, shown, aboutOf(programme), item.authorId, programme.updated_at);
    await keepText(tx, kept, shown + 1, about, who.personId, now);
    if (about.title !== programme.title) await nameCircle(tx, programme.owner_id, programme.id, about.title);
    await change.record({ kind: 'programme.designed', itemId: programme.id, body: { version: shown + 1 } });
    return see(programmeHref(programme, 'design'), t('The plan is saved.'));
  },
});

const aboutOf = (programme: Programme): About =>
  Object.fromEntries(Object.keys(aboutInput).map((name) => [name, programme[name as keyof About]])) as About;

async function refuseStale(change: Change, shown: Programme): Promise<never> {
  const current = (await selectProgramme(change.tx, shown.owner_id, shown.slug))!;
  const labels: Partial<Record<keyof About, string>> = {
    title: t('Title'),
    summary: t('What it is'),
    pupil_group: t('Which pupils'),
    pupil_outcome: t('What their learning should look like'),
    subject: t('Subject or area'),
    rationale: t('Why it should help'),
    materials: t('Materials'),
    prerequisites: t('What must be there first'),
    replaces: t('What it replaces'),
  };
  return throwStale(
    change.tx,
    { ownerId: current.owner_id, id: current.id },
    {
      version: current.version,
      fields: Object.entries(labels).map(([name, label]) => ({
        name,
        label,
        text: String(current[name as keyof About] ?? ''),
      })),
    },
    current.updated_at,
  );
}
