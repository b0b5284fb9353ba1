import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { sections } from './sections.ts';

/** The place where a person finds what they are learning, with whom, and what is next. */
export const myLearningPage = page('/my-learning', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: (visit) => Promise.all(sections.map((section) => section(visit))),
  view: (drawings) => ({
    title: t('My learning'),
    audience: onlyYou(t('This page gathers what you are in. Others see their own.')),
    body: html`${drawings.map((draw) => draw())}
    ${quietActions([{ label: t('Evidence on professional learning'), href: '/evidence', icon: 'evidence' }])}`,
  }),
});
