import type { FormState } from '#platform/http/form-state.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { programmeHref } from './addresses.ts';
import { participations, type YesNoQuestion, yesNoQuestions } from './answers.ts';
import type { Programme } from './programme.queries.ts';

const yesNoWords: Record<YesNoQuestion, () => string> = {
  statesHowItLeadsToPractice: () =>
    t('Does the plan say how its aim would change what teachers do in class?'),
  checksPriorKnowledge: () => t('Do sessions ask what people know already?'),
  methodsHaveEvidence: () => t('Does the plan say what evidence stands behind the methods it brings?'),
  taughtByItsOwnMethod: () => t('Do sessions use the methods that they bring?'),
  beliefsQuestioned: () => t('Are teachers helped to question what they believe about teaching and pupils?'),
  workloadEstimated: () => t('Have you looked at the total time with some of those who will take part?'),
  sharesExistingPracticeOnly: () =>
    t('Do people only share what they do already, with nothing new brought in?'),
  cascade: () => t('Are those who come expected to pass it on to colleagues who do not?'),
  dutyOrCompliance: () => t('Does it serve a legal duty or compliance?'),
  technicalNeeds: () => t('Does it depend on equipment or software?'),
  technicalCheckDone: () => t('Has that been tried in the rooms where it will be used?'),
  outsideProvider: () => t('Does somebody from outside the school lead part of it?'),
};

const participationWords: Record<(typeof participations)[number], () => string> = {
  chosen: () => t('They choose to'),
  required: () => t('They are required to'),
  mixed: () => t('Some of each'),
};

export const questionsDraft = ({ id }: Pick<Programme, 'id'>): string => `programme-answers:${id}`;

/** `stored` is what was answered, or what was being written. */
export const questionsForm = (
  programme: Programme,
  state: { action: string; values?: FormState['values']; errors?: FormState['errors'] },
  stored: Readonly<Record<string, unknown>>,
): Html => html`
  <p>
    ${t('The design check reads your answers beside the steps. Leave open what you do not know; it will say so.')}
  </p>
  ${form(
    {
      ...state,
      values: state.values ?? stored,
      button: t('Save the answers'),
      draft: questionsDraft(programme),
      cancel: programmeHref(programme, 'design'),
    },
    (f) => html`
      ${f.radios({
        name: 'participation',
        label: t('How do teachers come to take part?'),
        options: [
          ...participations.map((each) => ({ value: each, label: participationWords[each]() })),
          { value: '', label: t('Not decided') },
        ],
      })}
      ${yesNoQuestions.map((question) =>
        f.radios({
          name: question,
          label: yesNoWords[question](),
          options: [
            { value: 'yes', label: t('Yes') },
            { value: 'no', label: t('No') },
            { value: '', label: t('Not known') },
          ],
        }),
      )}
      ${f.number({ name: 'examplesPerTechnique', label: t('How many examples of each technique are shown?'), min: 0, max: 99, step: 1 })}
      ${f.number({
        name: 'actionStepsAtOnce',
        label: t('On how many action steps does a teacher work at one time, at most?'),
        min: 0,
        max: 99,
        step: 1,
      })}
    `,
  )}
`;
