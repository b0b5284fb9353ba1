import { z } from 'zod';
import { nameCircle } from '#platform/access/circles.ts';
import { grantsOf, shareItem } from '#platform/access/items.ts';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { choice, line, optionalLine, ticked, version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, selectProgramme } from '#features/programmes/index.ts';
import { openRunningGroup } from './people/people-open.ts';
import { settingsPage } from './settings.page.ts';
import { joinings } from './start-group.input.ts';
import { seenBy } from './start-group.ts';

/** Changes what a group is called and who sees that it runs, over the version that was shown. */
export const saveSettings = action('/groups/:programme/settings', {
  purpose: 'learning',
  access: groupPolicy,
  page: settingsPage,
  input: z.object({
    title: line('Give the group a name.', 120),
    subject: optionalLine(80),
    phase: optionalLine(80),
    joining: choice(joinings, 'Choose who may come into it.'),
    seen: ticked(),
    version: version(),
  }),
  async run(change, { title, subject, phase, joining, seen, version: shown }) {
    const { programme, item } = await openRunningGroup(change, 'design');
    const { tx, now, who } = change;
    const of = { ownerId: programme.owner_id, id: programme.id };
    const before = { title: programme.title, subject: programme.subject, phase: programme.phase };
    const written = await tx
      .updateTable('programme')
      .set({
        title,
        subject: subject || null,
        phase: phase || null,
        joining,
        version: shown + 1,
        updated_at: now,
      })
      .where('owner_id', '=', of.ownerId)
      .where('id', '=', of.id)
      .where('version', '=', shown)
      .executeTakeFirst();
    if (written.numUpdatedRows === 0n) {
      const current = (await selectProgramme(tx, of.ownerId, programme.slug)) ?? programme;
      return throwStale(
        tx,
        of,
        {
          version: current.version,
          fields: [
            { name: 'title', label: t('Name of the group'), text: current.title },
            { name: 'subject', label: t('Subject or area'), text: current.subject ?? '' },
            { name: 'phase', label: t('Years or ages'), text: current.phase ?? '' },
          ],
        },
        current.updated_at,
      );
    }
    await keepText(tx, of, shown, before, item.authorId, programme.updated_at);
    await keepText(tx, of, shown + 1, { title, subject, phase }, who.personId, now);
    await nameCircle(tx, of.ownerId, of.id, title);
    // Those let in by name for one stage stay so.
    const byName = grantsOf(item).filter(({ principal }) => principal.startsWith('person:'));
    await shareItem(tx, item, [...seenBy(of.ownerId, of.id, seen), ...byName], now);
    await change.record({ kind: 'group.changed', itemId: of.id, body: { joining, seen } });
    return see(groupHref(programme), t('It is saved.'));
  },
});
