import { allStaff } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectFiles } from '#features/files/index.ts';
import { openRepair } from './open-repair.ts';
import { repairPolicy } from './repair.policy.ts';
import { repairHref } from './repair.ts';
import { repairView } from './repair.view.ts';
import { repairsTrail } from './repairs.page.ts';

/** One repair: where it stands, what was done, and what those who look after it do next. */
export const repairPage = page('/repairs/:repair', {
  purpose: 'administration',
  access: repairPolicy,
  async load(visit) {
    const { item, ...opened } = await openRepair(visit);
    return {
      ...opened,
      files: await selectFiles(visit.db, item.ownerId, [item.id]),
      mayMove: visit.who.may('move', repairPolicy, item),
      isAuthor: item.authorId === visit.who.personId,
      isWithdrawn: item.endedAt !== null,
      state: visit.formAt(repairHref(item.id, 'move')),
    };
  },
  view: (opened, visit) => ({
    title: opened.repair.title,
    audience: allStaff(visit.who, t('All staff see it, so that nobody reports it twice.')),
    trail: repairsTrail(),
    body: repairView(opened, visit.who.personId),
  }),
});
