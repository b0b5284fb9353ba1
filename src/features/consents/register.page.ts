import { NotAllowed } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { consentsAudience, keeps, readsWhole } from './consents.access.ts';
import { consentsPath } from './consent.ts';
import { pupilsAPage, registerFilter, renewalDay } from './register-filter.ts';
import { selectRegister } from './register.queries.ts';
import { registerView } from './register.view.ts';

/** The register: pupils by purposes, narrowed by class, purpose and answer. Teachers see their own classes. */
export const registerPage = page(consentsPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    const filter = registerFilter(visit);
    const whole = readsWhole(visit.who);
    const found = await selectRegister(visit.db, visit.who, filter, {
      today: visit.today,
      soon: renewalDay(visit.today),
      limit: pupilsAPage,
      offset: (visit.pageNumber - 1) * pupilsAPage,
    });
    if (!whole && found.units.length === 0)
      throw new NotAllowed(
        t('The register of consents is for those who keep it and for teachers of a class.'),
        t('Ask whoever runs Staffroom at the school.'),
      );
    return { ...found, filter, whole, keeps: keeps(visit.who), pageNumber: visit.pageNumber };
  },
  view: (data) => ({
    title: t('Consents'),
    audience: consentsAudience(),
    ...(data.whole ? { trail: [{ label: t('School'), href: '/school' }] } : {}),
    body: registerView(data),
    wide: true,
  }),
});
