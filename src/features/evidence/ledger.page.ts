import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { drawnOnce } from '#ui/drawn-once.ts';
import { html } from '#ui/html.ts';
import { browseLedger } from './browse-ledger.ts';
import { Level, Strength } from './catalogue/ledger.schema.ts';
import { ledgerView } from './ledger.view.ts';
import { catalogue } from './read-catalogue.ts';

/** The evidence ledger: programmes, forms and mechanisms, each level with its own bar. */
export const ledgerPage = page('/evidence', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ query }) {
    const filter = {
      level: Level.safeParse(query.level).data,
      strength: Strength.safeParse(query.strength).data,
      words: (query.words ?? '').trim().slice(0, 100),
    };
    return { filter, entries: browseLedger(catalogue(), filter) };
  },
  view: (data, { who }) => ({
    title: t('Evidence on professional learning'),
    audience: allStaff(who, t('It holds published evidence and nothing about anybody at the school.')),
    action: { label: t('Read the checklists'), href: '/evidence/checklists' },
    body: html`${drawnOnce('ledger', data.filter, () => ledgerView(data))}
    ${quietActions([{ label: t('What an effect size may mean'), href: '/evidence/effect-translator', icon: 'evidence' }])}`,
  }),
});
