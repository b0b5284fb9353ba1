import { z } from 'zod';
import { selectText } from '#platform/audit/text-versions.ts';
import { NotFound, Refused } from '#platform/errors.ts';
import { version } from '#platform/http/input.ts';
import { action, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { stepHref } from '#features/programmes/index.ts';
import { selectSection } from './minutes.queries.ts';
import { openSection } from './open-section.ts';
import { sectionVersionsPage } from './section-versions.page.ts';
import { minutesPolicy } from './sessions.policy.ts';
import { writeSection } from './write-section.ts';

/** An earlier version of a section stands again, as a new version: the one it replaces stays among them. */
export const takeUp = action('/programmes/:programme/steps/:number/minutes/:section/:version/take-up', {
  purpose: 'learning',
  access: minutesPolicy,
  page: sectionVersionsPage,
  input: z.object({ version: version() }),
  async run(change, { version: shown }) {
    const { programme, step, section } = await openSection(change);
    const now = await selectSection(change.tx, step, section.id);
    const { version: wanted = '' } = change.params;
    const kept =
      now && /^\d{1,6}$/.test(wanted)
        ? await selectText(change.tx, { ownerId: step.owner_id, id: now.id }, Number(wanted))
        : undefined;
    if (!now || !kept) throw new NotFound('There is no such version.');
    if (now.version !== shown)
      throw new Refused(
        t(
          '{name} saved a newer text meanwhile. It is the first of these now; look at it before you choose.',
          {
            name: now.writtenBy,
          },
        ),
      );
    await writeSection(change, step, section.id, String(kept['text'] ?? ''), shown);
    return see(`${stepHref(programme, step)}#${section.id}`, t('The earlier text stands again.'));
  },
});
