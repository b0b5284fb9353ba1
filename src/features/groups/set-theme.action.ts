import { z } from 'zod';
import { keepText, throwStale } from '#platform/audit/text-versions.ts';
import { newId } from '#platform/db/ids.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import type { Change } from '#platform/http/context.ts';
import { line, optionalProse, version } from '#platform/http/input.ts';
import { action, roles, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { learningLeaders } from '#features/people/index.ts';
import { protocolToStart } from '#features/protocols/index.ts';
import { yearlyThemePage } from './yearly-theme.page.ts';
import { selectSchoolYear, selectYear, type YearlyTheme } from './yearly-theme.queries.ts';

/** Sets the theme that the school's groups work on this year, over the version that was shown. */
export const setTheme = action('/groups/year/:protocol', {
  purpose: 'learning',
  access: roles(...learningLeaders),
  page: yearlyThemePage,
  input: z.object({
    title: line('Write the theme in a few words.', 160),
    about: optionalProse(4000),
    version: version(),
  }),
  async run(change, { title, about, version: shown }) {
    const protocol = await protocolToStart(change.tx, change.organisationId, change.params.protocol ?? '');
    if (!protocol?.yearly) throw new NotFound('This protocol has no theme of the year.');
    const span = await selectSchoolYear(change);
    const [now] = (await selectYear(change, protocol.id, span)).themes;
    const id = now
      ? await rewrite(change, now, { title, about }, shown, () => selectYear(change, protocol.id, span))
      : await write(change, protocol.id, span, { title, about });
    await change.record({ kind: 'yearly-theme.set', body: { theme: id, protocol: protocol.id } });
    return see(`/groups/year/${protocol.id}`, t('The theme is saved.'));
  },
});

interface ThemeText {
  title: string;
  about: string;
}

/** The first theme of a year; two who set it at once set one, and the second is told. */
async function write(
  { tx, now, who, organisationId }: Change,
  protocol: string,
  span: { from: string; until: string },
  text: ThemeText,
): Promise<string> {
  const id = newId(now);
  const made = await tx
    .insertInto('yearly_theme')
    .values({
      owner_id: organisationId,
      id,
      protocol,
      ...text,
      starts_on: span.from,
      ends_on: span.until,
      version: 1,
      set_by: who.personId,
      set_at: now,
    })
    .onConflict((conflict) => conflict.columns(['owner_id', 'protocol', 'starts_on']).doNothing())
    .executeTakeFirst();
  if (!made.numInsertedOrUpdatedRows)
    throw new Refused(t('Somebody has just set a theme. Look at the page again.'));
  await keepText(tx, { ownerId: organisationId, id }, 1, { ...text }, who.personId, now);
  return id;
}

/** @param again reads what stands now, when somebody else was quicker */
async function rewrite(
  { tx, now, who, organisationId }: Change,
  theme: YearlyTheme,
  text: ThemeText,
  shown: number,
  again: () => Promise<{ themes: YearlyTheme[] }>,
): Promise<string> {
  const of = { ownerId: organisationId, id: theme.id };
  const written = await tx
    .updateTable('yearly_theme')
    .set({ ...text, version: shown + 1, set_by: who.personId, set_at: now })
    .where('owner_id', '=', organisationId)
    .where('id', '=', theme.id)
    .where('version', '=', shown)
    .executeTakeFirst();
  if (written.numUpdatedRows === 0n) {
    const current = (await again()).themes[0] ?? theme;
    return throwStale(
      tx,
      of,
      {
        version: current.version,
        fields: [
          { name: 'title', label: t('Theme'), text: current.title },
          { name: 'about', label: t('What stands behind it'), text: current.about },
        ],
      },
      now,
    );
  }
  await keepText(tx, of, shown + 1, { ...text }, who.personId, now);
  return theme.id;
}
