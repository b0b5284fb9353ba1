import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { kindWords } from '#features/organisation/index.ts';
import { schoolsOfOurs } from '../preview/own-organisation.ts';
import type { PreviewSummary } from '../preview/preview.ts';
import type { RunPageData } from './run-page-data.ts';

/** What only a person can say before the files can be compared with what is here. */
export function questionForm({ run, home, formAt }: RunPageData): Html {
  const { question } = run.summary as PreviewSummary;
  if (!question) return nothing;
  const state = { ...formAt('answer'), button: t('Go on') };
  if (question.sort === 'kind')
    return form(state, (f) =>
      question.files.map((file, index) =>
        f.radios({
          name: `kind_${index}`,
          label: t('Whom does {file} list?', { file }),
          required: true,
          options: [
            { value: 'staff', label: t('Staff') },
            { value: 'pupils', label: t('Pupils') },
          ],
        }),
      ),
    );
  const choices = question.choices.map(({ key, name, kind }) => ({
    value: key,
    label: name,
    hint: t(kindWords[kind]!),
  }));
  const theirs = {
    value: schoolsOfOurs,
    label: t('None of them: they are schools of {home}', { home }),
    hint: t('Each is made as a part of it.'),
  };
  return html`${form({ ...state, values: { own: question.suggested, ...state.values } }, (f) =>
    f.radios({
      name: 'own',
      label: t('Which of these is {home}?', { home }),
      hint: t(
        'Its people come in here; those of organisations that are not part of it are left out. What it is called here stays.',
      ),
      required: true,
      options: question.mayHoldSchools ? [...choices, theirs] : choices,
    }),
  )}`;
}
