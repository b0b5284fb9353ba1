import { onlyYou } from '#platform/access/audience-words.ts';
import { composed, type Given } from '#platform/access/composed.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { teachesByList } from '#features/organisation/index.ts';
import { registersOnTeaching } from '#features/registers/index.ts';
import { ownClasses } from './classes.queries.ts';
import { teachingView } from './teaching.view.ts';

const ask = composed((who, given: Given<{ today: string }>) => ({
  classes: ownClasses(who, given),
  registers: registersOnTeaching(who, given),
  teaches: teachesByList(who),
}));

/** Where a member of staff finds their classes. */
export const teachingPage = page('/teaching', {
  purpose: 'administration',
  access: members('staff'),
  load: (visit) => ask(visit.db, visit.who, { today: visit.today }),
  view: (data, visit) => ({
    title: t('Teaching'),
    audience: onlyYou(t('This page gathers your own classes. Colleagues see theirs.')),
    body: teachingView(data, visit),
  }),
});
