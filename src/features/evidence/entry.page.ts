import { allStaff } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { ledgerEntry } from './catalogue/catalogue.ts';
import { entryView } from './entry.view.ts';
import { catalogue } from './read-catalogue.ts';

/** One programme, form or mechanism: a plain account, what speaks for and against it, what must be there first. */
export const entryPage = page('/evidence/:id', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ params }) {
    const entry = ledgerEntry(catalogue(), params.id ?? '');
    if (!entry) throw new NotFound('There is no such entry in the ledger.');
    return entry;
  },
  view: (entry, { who }) => ({
    title: entry.title,
    audience: allStaff(who, t('It holds published evidence and nothing about anybody at the school.')),
    trail: [{ label: t('Evidence'), href: '/evidence' }],
    body: entryView(entry),
  }),
});
