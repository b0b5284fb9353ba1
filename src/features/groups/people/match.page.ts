import { allStaff } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { groupHref, groupPolicy, programmeTrail, templateOf } from '#features/programmes/index.ts';
import { selectMatches } from './match.queries.ts';
import { matchView } from './match.view.ts';
import { partsFor } from './membership-rules.ts';
import { mustWorkHere, openGroupFor } from './people-open.ts';

/** People of the school who could come into a group: those who teach the same first, those whom rules leave out counted. */
export const matchPage = page('/groups/:programme/people/find', {
  purpose: 'learning',
  access: groupPolicy,
  async load(visit) {
    const opened = await openGroupFor(visit, 'design');
    mustWorkHere(visit);
    const { db, today, who, query, pageNumber } = visit;
    const { programme } = opened;
    const protocol = await templateOf(db, programme);
    const parts = partsFor(protocol, 'staff');
    const part = parts.find((each) => each === query.part) ?? parts[0] ?? 'participant';
    const words = (query.words ?? '').trim().slice(0, 100);
    const sought = { part, words, page: pageNumber, about: programme, readerId: who.personId, today };
    const found = await selectMatches(db, programme, protocol, sought);
    return { opened, protocol, parts, part, words, page: pageNumber, found };
  },
  view: (data, visit) => ({
    title: t('Find people for {title}', { title: data.opened.programme.title }),
    audience: allStaff(
      visit.who,
      t('Everybody at the school can find colleagues by name. Whom you ask is seen by those in the group.'),
    ),
    trail: [
      ...programmeTrail(data.opened.programme),
      { label: t('People'), href: groupHref(data.opened.programme, 'people') },
    ],
    body: matchView(data),
  }),
});
