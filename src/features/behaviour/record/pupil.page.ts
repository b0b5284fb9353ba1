import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { behaviourPath, pupilHref } from '../addresses.ts';
import { staffOfPupil } from '../behaviour.access.ts';
import { pupilView } from './pupil.view.ts';
import { selectRecord } from './record.queries.ts';
import { spanAsked } from './span.ts';

/** A school year and some weeks: what is older is asked for by its days. */
const usualDays = 400;
/** So many of each stand on the page; the record to print has them all. */
const most = 60;

/** One pupil for those who teach them: what went well first, what helps, what waits. */
export const pupilPage = page(pupilHref(':pupil'), {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const span = spanAsked(visit.query, { today: visit.today, days: usualDays });
    const pupil = await selectRecord(visit.db, visit.who, visit.params.pupil!, {
      ...span,
      today: visit.today,
      limit: most,
    });
    return { pupil, span };
  },
  view: ({ pupil, span }, visit) => ({
    title: pupil.name,
    audience: staffOfPupil(),
    trail: [{ label: t('What went well, what went wrong'), href: behaviourPath }],
    action: { label: t('Note something'), href: pupilHref(pupil.personId, 'note') },
    body: pupilView(pupil, span, visit),
  }),
});
