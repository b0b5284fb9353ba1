import { isId } from '#platform/db/ids.ts';
import { members, page, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { relationshipOf } from '../relationships.ts';
import { askView } from './ask.view.ts';
import { selectToAsk } from './ask.queries.ts';
import { askDraft, mostOthers, soughtHref, soughtInWords, soughtOf } from './sought.ts';

/** A learner writes to whom they chose, and asks. */
export const askPage = page('/coaching/ask', {
  purpose: 'learning',
  access: members('staff'),
  async load(visit) {
    // A form that came back says the same as the address did, since it was posted without one.
    const sent = visit.formAt('/coaching/ask').values ?? {};
    const query = { ...visit.query, ...textsOf(sent) };
    const chosen = [query.with ?? '', query.and ?? ''].filter(isId);
    const sought = soughtOf(query, chosen);
    if (!sought) return see('/coaching/new');
    const found = await selectToAsk(visit.db, visit.who, {
      kind: sought.kind,
      chosen: chosen.slice(0, mostOthers(sought.kind)),
      today: visit.today,
      draft: askDraft(sought.kind),
    });
    if (found.people.length === 0) return see(soughtHref('/coaching/find', { ...sought, chosen: [] }));
    return { sought: { ...sought, chosen: found.people.map(({ personId }) => personId) }, ...found };
  },
  view(data, visit) {
    const names = formatList(data.people.map(({ name }) => name));
    return {
      title: t('Ask {names}', { names }),
      audience: {
        icon: 'people',
        words: t('You and {names}', { names }),
        why: t(
          'What you write here is read by whom you ask, and by nobody else. The co-ordinator sees that you asked, and when.',
        ),
      },
      trail: [
        { label: t('Mentoring and coaching'), href: '/coaching' },
        { label: t('Who could help?'), href: soughtHref('/coaching/find', { ...data.sought, chosen: [] }) },
      ],
      status: { where: soughtInWords(data.sought) },
      body: askView(data, visit, relationshipOf(data.sought.kind)),
    };
  },
});

const textsOf = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(
    ['kind', 'for', 'rhythm', 'with', 'and'].flatMap((name) => {
      const value = values[name];
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
