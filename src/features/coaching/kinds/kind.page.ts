import { allStaff } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { isKind, relationshipOf } from '../relationships.ts';
import { kindView } from './kind.view.ts';

/** The framework page of one kind of relationship. */
export const kindPage = page('/coaching/kinds/:kind', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ params: { kind } }) {
    if (!isKind(kind))
      throw new NotFound(t('There are three kinds of relationship, and this is none of them.'));
    return { kind, relationship: relationshipOf(kind) };
  },
  view: ({ kind, relationship }, { who }) => ({
    title: relationship.title,
    audience: allStaff(who, t('Everybody who works at the school, and its guests, can read this.')),
    trail: [
      { label: t('Mentoring and coaching'), href: '/coaching' },
      { label: t('Three ways of working together'), href: '/coaching/kinds' },
    ],
    ...(who.standing.kind === 'staff' && {
      action: { label: t('Find somebody'), href: `/coaching/new?kind=${kind}` },
    }),
    body: kindView(relationship, who.standing.kind === 'staff'),
  }),
});
