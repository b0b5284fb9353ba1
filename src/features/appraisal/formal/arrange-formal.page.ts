import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { formalAudience, formalHref, formalTitle } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { openFormal } from './open-formal.ts';
import { whenFields } from './propose-formal.page.ts';

/** Moves a formal observation. Either of the two may; the other is asked. */
export const arrangeFormalPage = page('/appraisal/observations/:observation/arrange', {
  purpose: 'appraisal',
  access: formalPolicy,
  load: (visit) => openFormal(visit, 'takePart'),
  view({ formal, teacher }, visit) {
    const action = formalHref(formal, 'arrange');
    const { values, errors } = visit.formAt(action);
    const { on, startsAt, minutes, place, focus } = formal;
    return {
      title: t('Choose another day or time'),
      audience: formalAudience(formal, visit.who.personId),
      trail: [
        { label: t('Appraisal'), href: '/appraisal' },
        { label: formalTitle(formal), href: formalHref(formal) },
      ],
      body: html`<p>
          ${t('{name} is asked to say yes to what you save.', { name: teacher ? formal.observer : formal.person })}
        </p>
        ${form(
          {
            action,
            button: t('Propose this'),
            values: { on_date: on, starts_at: startsAt, minutes, place, focus, ...values },
            errors,
            hidden: { version: formal.version },
            cancel: formalHref(formal),
          },
          whenFields,
        )}`,
    };
  },
});
