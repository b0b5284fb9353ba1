import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { formalAudience, formalHref, formalTitle, stateInWords } from './formal-observation.ts';
import { formalPolicy } from './formal-observation.policy.ts';
import { formalView } from './formal-observation.view.ts';
import { openFormal } from './open-formal.ts';

/** One formal observation: when it is to be, and what waits for whom. */
export const formalPage = page('/appraisal/observations/:observation', {
  purpose: 'appraisal',
  access: formalPolicy,
  load: (visit) => openFormal(visit),
  view(opened, visit) {
    const { formal, waits } = opened;
    const me = visit.who.personId;
    return {
      title: formalTitle(formal),
      audience: formalAudience(formal, me),
      status: { where: stateInWords(formal, me, waits) },
      trail: [{ label: t('Appraisal'), href: '/appraisal' }],
      body: formalView(opened, {
        me,
        today: visit.today,
        ...visit.formAt(formalHref(formal, 'confirm')),
      }),
    };
  },
});
