import { page } from '#platform/http/route.ts';
import { addDays } from '#platform/calendar/dates.ts';
import type { Db } from '#platform/db/database.ts';
import { t } from '#platform/i18n/i18n.ts';
import {
  groupHref,
  groupPolicy,
  type Programme,
  programmeTrail,
  templateOf,
} from '#features/programmes/index.ts';
import { selectGuests } from './guest.queries.ts';
import { guestView } from './guest.view.ts';
import { openGroupFor } from './people-open.ts';

/** Who is let into a group for one stage of it, and letting somebody in. */
export const guestsPage = page('/groups/:programme/guests', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const opened = await openGroupFor(visit, 'takePart');
    const { programme } = opened;
    const words = (visit.query.words ?? '').trim().slice(0, 100);
    const [protocol, guests, stages] = await Promise.all([
      templateOf(visit.db, programme),
      selectGuests(visit.db, programme, { words, today: visit.today }),
      selectStages(visit.db, programme),
    ]);
    return { opened, protocol, guests, stages, words, until: addDays(visit.today, 28) };
  },
  view: (data, visit) => ({
    title: t('People for one stage: {title}', { title: data.opened.programme.title }),
    audience: {
      icon: 'people',
      words: t('Everyone in this group'),
      why: t('Those in the group see who is let in. Whoever is let in sees it for themselves.'),
    },
    trail: [
      ...programmeTrail(data.opened.programme),
      { label: t('People'), href: groupHref(data.opened.programme, 'people') },
    ],
    body: guestView({ ...data, visit }),
  }),
});

/** The stages that the cycle of a group has steps in, in order of date. */
export async function selectStages(db: Db, programme: Programme): Promise<string[]> {
  const rows = await db
    .selectFrom('programme_step')
    .select((step) => ['stage', step.fn.min('on_date').as('first')])
    .where('owner_id', '=', programme.owner_id)
    .where('programme_id', '=', programme.id)
    .where('cycle', '=', programme.cycle)
    .where('ended_at', 'is', null)
    .where('stage', 'is not', null)
    .groupBy('stage')
    .orderBy('first')
    .execute();
  return rows.flatMap(({ stage }) => stage ?? []);
}
