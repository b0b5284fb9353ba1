import { t } from '#platform/i18n/i18n.ts';
import type { Fields } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { Priority } from './priorities.queries.ts';
import { aims, aimWords, changeKinds, changeWords } from './words.ts';

/** The fields of a programme's plan in words, for a new one and for one being changed. */
export const aboutFields = (f: Fields, priorities: readonly Priority[]): Html => html`
  ${f.textarea({ name: 'summary', label: t('In two or three sentences, what is it?'), rows: 3 })}
  ${f.radios({
    name: 'aim',
    label: t('What is it for?'),
    required: true,
    options: aims.map((aim) => ({ value: aim, label: aimWords(aim) })),
  })}
  ${f.radios({
    name: 'change_kind',
    label: t('What kind of change is it?'),
    required: true,
    options: changeKinds.map((kind) => ({ value: kind, label: changeWords(kind) })),
  })}
  ${f.group(
    t('The pupils'),
    html`${f.textarea({ name: 'pupil_group', label: t('Which pupils is it for?'), rows: 2, hint: t('Partners may name their own later. Leave it empty if they all do.') })}
    ${f.textarea({ name: 'pupil_outcome', label: t('What should their learning look like?'), rows: 2 })}
    ${f.text({ name: 'subject', label: t('Subject or area'), hint: t('Leave it empty when it is about teaching in general.') })}`,
  )}
  ${
    priorities.length > 0 &&
    f.select({
      name: 'priority_id',
      label: t('Which school priority does it serve?'),
      options: [
        { value: '', label: t('None') },
        ...priorities.map(({ id, title }) => ({ value: id, label: title })),
      ],
    })
  }
  ${f.textarea({ name: 'rationale', label: t('Why should it help?'), rows: 3, hint: t('In terms of how pupils learn.') })}
  ${f.textarea({ name: 'materials', label: t('What materials carry it?'), rows: 2, hint: t('Lessons, resources, examples.') })}
  ${f.textarea({ name: 'prerequisites', label: t('What must be there first?'), rows: 2 })}
  ${f.textarea({ name: 'replaces', label: t('What stops or shrinks to make room?'), rows: 2 })}
`;
