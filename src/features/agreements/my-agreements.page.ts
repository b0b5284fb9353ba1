import { onlyYou } from '#platform/access/audience-words.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { selectMyAgreements } from './programme-agreements.queries.ts';
import { agreementLine } from './programme-agreements.view.ts';

/** All the partnerships somebody is in, whatever the programme. */
export const myAgreementsPage = page('/my-learning/agreements', {
  purpose: 'learning',
  access: 'signed-in',
  load: (visit) => selectMyAgreements(visit.db, visit.who),
  view: (mine) => ({
    title: t('My agreements'),
    audience: onlyYou(t('The list is yours. Each agreement is open to its own partners.')),
    body: countedList({
      says: tn(mine.length, '{n} partnership', '{n} partnerships'),
      items: mine.map((each) => html`${agreementLine(each)} (${each.programmeTitle})`),
      empty: empty({
        says: t(
          'You are in no partnership yet. You form one in a programme you take part in: open it, then Taking part, Agreements.',
        ),
        todo: { label: t('See the programmes'), href: '/programmes' },
      }),
    }),
  }),
});
