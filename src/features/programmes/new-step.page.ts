import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { html } from '#ui/html.ts';
import { StepKind } from '#features/evidence/index.ts';
import { programmeHref } from './addresses.ts';
import { designersNote } from './designers-note.ts';
import { openProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';
import { proposedStep } from './step-defaults.ts';
import { stepForm } from './step-form.view.ts';
import { templateOf } from './template-of.ts';
import { kindWords } from '#features/protocols/index.ts';

const draftOf = (programme: { id: string }, kind: string): string => `programme-step:${programme.id}:${kind}`;

/** Adding a step: first its kind, then the step as the template words it, to be changed freely. */
export const newStepPage = page('/programmes/:programme/design/steps/new', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openProgramme(visit, 'design');
    const state = visit.formAt(programmeHref(opened.programme, 'design/steps/new'));
    const kind = StepKind.options.find((each) => each === (visit.query.kind ?? state.values?.kind));
    const draft = kind && (await visit.draft(draftOf(opened.programme, kind)));
    return { ...opened, state, kind, draft, template: await templateOf(visit.db, opened.programme) };
  },
  view({ item, programme, state, kind, draft, template }, visit) {
    const here = programmeHref(programme, 'design/steps/new');
    const on = visit.today > programme.starts_on ? visit.today : programme.starts_on;
    return {
      title: kind ? t('Add a step: {kind}', { kind: kindWords(kind) }) : t('Add a step'),
      audience: designersNote(item, visit.who),
      trail: [...trailOf(programme), { label: t('Design'), href: programmeHref(programme, 'design') }],
      body: kind
        ? stepForm({
            state,
            step: proposedStep(template, kind, on),
            button: t('Add the step'),
            draft,
            draftKey: draftOf(programme, kind),
            cancel: programmeHref(programme, 'design'),
          })
        : html`<p>${t('What kind of step is it?')}</p>
            <ul>
              ${StepKind.options.map((each) => html`<li><a href="${here}?kind=${each}">${kindWords(each)}</a></li>`)}
            </ul>`,
    };
  },
});
