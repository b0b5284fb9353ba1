import { composed, type List } from '#platform/access/composed.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { sections } from './sections.ts';

const askSections = composed((who) => {
  const lists: Record<number, List<unknown>> = {};
  sections.forEach((section, at) => {
    const asked = section.asks(who);
    if (asked) lists[at] = asked;
  });
  return lists;
});

/** The place where a person finds what they are learning, with whom, and what is next. */
export const myLearningPage = page('/my-learning', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: (visit) => askSections(visit.db, visit.who, {}),
  view: (rows, visit) => ({
    title: t('My learning'),
    audience: onlyYou(t('This page gathers what you are in. Others see their own.')),
    body: html`${sections.map((section, at) => section.draw(rows[at] ?? [], visit))}
    ${quietActions([
      { label: t('Evidence on professional learning'), href: '/evidence', icon: 'evidence' },
      { label: t('Seven sources of evidence on teaching'), href: '/teaching-evidence', icon: 'evidence' },
      { label: t('Protocols: ways of learning together'), href: '/protocols', icon: 'peer' },
      ...(visit.who.standing.kind === 'staff'
        ? [{ label: t('Induction of new colleagues'), href: '/induction', icon: 'specialist' as const }]
        : []),
    ])}`,
  }),
});
