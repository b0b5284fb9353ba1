import type { AudienceNote } from '#platform/http/content.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { newRaisedPath, raisePath } from './addresses.ts';

const raiseDraft = 'needs:raised';

/** Said before it is written, and after. */
export const raisedAudience = (): AudienceNote => ({
  icon: 'people',
  words: t('You and the CPD leader'),
  why: t(
    'The CPD leader reads it with your name, because help must reach you. Heads and line managers do not. Nothing of it goes to appraisal. Each day on which the CPD leader reads it stands under Me, Who saw what.',
  ),
});

/** What a need is asked, wherever it is raised. */
export const needFields = (f: Fields): Html =>
  html`${f.textarea({ name: 'words', label: t('What would help'), hint: t('What you would like to get better at, or what your pupils need from you.'), required: true, rows: 4, maxlength: 2000 })}
  ${f.radios({
    name: 'sort',
    label: t('Whose need is it?'),
    initial: 'own',
    options: [
      { value: 'own', label: t('Mine') },
      {
        value: 'subject',
        label: t('That of several who teach this subject'),
        hint: t('Your name stands as who raised it.'),
      },
    ],
  })}
  ${f.text({ name: 'subject', label: t('Subject'), maxlength: 80 })}`;

/** Says what one needs, with no question asked. */
export const raiseNeedPage = page(newRaisedPath, {
  purpose: 'learning',
  access: members('staff'),
  load: async (visit) => ({ state: visit.formAt(raisePath), draft: await visit.draft(raiseDraft) }),
  view: ({ state, draft }) => ({
    title: t('Say what would help you'),
    audience: raisedAudience(),
    trail: [{ label: t('What I need'), href: '/needs' }],
    body: form(
      {
        ...state,
        values: { ...draft, ...state.values },
        action: raisePath,
        button: t('Say this to the CPD leader'),
        draft: raiseDraft,
        cancel: '/needs',
      },
      needFields,
    ),
  }),
});
