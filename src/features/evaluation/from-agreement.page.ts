import { onlyYou } from '#platform/access/audience-words.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { type AgreedPupils, selectAgreedPupils } from '#features/agreements/index.ts';
import { programmeHref } from '#features/programmes/index.ts';
import { evaluationHref } from './addresses.ts';
import type { EvaluatedProgramme } from './evaluation.ts';
import { evaluationPolicy } from './evaluation.policy.ts';
import { evaluationTrail } from './evaluation-tabs.view.ts';
import { groupFields } from './group-fields.view.ts';
import { openEvaluation } from './open-evaluation.ts';

/**
 * The pupils of one's own agreement, to copy into the evaluation as a group. The agreement was made for
 * learning and stays where it is, so this page serves learning, and what crosses is what its writer sends.
 */
export const fromAgreementPage = page('/programmes/:programme/evaluation/groups/from-agreement', {
  purpose: 'learning',
  access: evaluationPolicy,
  async load(visit) {
    const { programme } = await openEvaluation(visit, 'enter');
    if (!visit.who.isIn(programme.id, 'participant'))
      throw new NotAllowed(t('Agreements are made by those who take part.'), evaluationPolicy.ask);
    return { programme, agreed: await selectAgreedPupils(visit.db, visit.who, programme.id) };
  },
  view: ({ programme, agreed }, visit) => ({
    title: t('Pupils of your agreement'),
    audience: onlyYou(
      t('These words are read by the partners alone. Only what you copy from them is read by others.'),
    ),
    trail: [
      ...evaluationTrail(programme),
      { label: t('Pupils and figures'), href: evaluationHref(programme, 'groups') },
    ],
    body:
      agreed.length === 0
        ? empty({
            says: t('No agreement of yours names its pupils yet.'),
            todo: { label: t('Go to the agreements'), href: programmeHref(programme, 'agreements') },
          })
        : html`${agreed.map((each) => copying(programme, each, visit))}`,
  }),
});

/** The words of one agreement, and the form that copies them. */
function copying(programme: EvaluatedProgramme, { agreementId, pupils }: AgreedPupils, visit: Visit): Html {
  const action = evaluationHref(programme, 'groups/from-agreement');
  const state = visit.formAt(action);
  const sent = state.values?.agreement === agreementId ? state : { action };
  return html`<h2>${t('Your agreement names')}</h2>
    <p class="as-written">${pupils}</p>
    <p>
      ${t('If these are the pupils you measure, copy them into the evaluation. Colleagues in the programme then see the name of the group and what was handed in. The figures of single pupils are yours to share. The agreement itself does not change and is not shown.')}
    </p>
    ${form(
      {
        ...sent,
        // What the agreement says may be pupils' names, and the group's name is read by colleagues.
        values: sent.values ?? { name: '', arm: 'programme', keeps: 'pupils' },
        button: t('Copy them as a group'),
        hidden: { agreement: agreementId },
        prefix: `copy-${agreementId}`,
        cancel: evaluationHref(programme, 'groups'),
      },
      groupFields,
    )}`;
}
