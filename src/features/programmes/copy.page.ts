import { theseRoles } from '#platform/access/audience-words.ts';
import { NotAllowed } from '#platform/errors.ts';
import type { Who } from '#platform/access/who.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { learningLeaders } from '#features/people/index.ts';
import { programmeHref } from './addresses.ts';
import { openLedProgramme } from './open-programme.ts';
import { programmePolicy } from './programme.policy.ts';
import { trailOf } from './programme-tabs.view.ts';

/** Copying begins a programme of one's own, so it is for those who may begin one and may read this one. */
export function mustBeginProgrammes(who: Who): void {
  if (!who.hasAny(learningLeaders))
    throw new NotAllowed(
      'Programmes are begun by those who plan professional learning.',
      programmePolicy.ask,
    );
}

/** Copying a programme to adapt it: its own dates and title, the same steps, the line between them kept. */
export const copyPage = page('/programmes/:programme/copy', {
  purpose: 'learning',
  access: programmePolicy,
  async load(visit) {
    const opened = await openLedProgramme(visit);
    mustBeginProgrammes(visit.who);
    return opened;
  },
  view({ programme }, visit) {
    const state = visit.formAt(programmeHref(programme, 'copy'));
    return {
      title: t('Copy and adapt: {title}', { title: programme.title }),
      audience: theseRoles(learningLeaders, t('They plan the school’s professional learning.')),
      trail: trailOf(programme),
      body: html`<p>
          ${t('The copy is a draft with the same plan and steps, laid on the teaching weeks from its own first day. People, attendance and answers are not copied. Each shows where the other is.')}
        </p>
        ${form(
          {
            ...state,
            values: state.values ?? { title: t('{title} (adapted)', { title: programme.title }) },
            button: t('Make the copy'),
            cancel: programmeHref(programme),
          },
          (f) => html`
            ${f.text({ name: 'title', label: t('Title of the copy'), required: true, maxlength: 120 })}
            ${f.date({
              name: 'starts_on',
              label: t('First day of the copy'),
              required: true,
              hint: t(
                'The steps are laid on teaching weeks from here; holidays and closures are stepped over.',
              ),
            })}
          `,
        )}`,
    };
  },
});
