import { everybody } from '#platform/access/audience-words.ts';
import { today } from '#platform/calendar/dates.ts';
import { formAt } from '#platform/http/context.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { guessedTimeZone, selectHasOrganisation, suggestedYear } from '#features/organisation/index.ts';
import { setupView } from './setup.view.ts';

/** The first page of a new installation: a school, its first administrator, its year. Once only. */
export const setupPage = publicPage('/setup', {
  purpose: 'administration',
  async load(arrival) {
    if (await selectHasOrganisation(arrival.db)) return see('/sign-in');
    const zone = guessedTimeZone();
    return {
      form: formAt(arrival, '/setup'),
      zone,
      year: suggestedYear(today(arrival.now, zone)),
      asksCode: arrival.services.setupCode !== null,
    };
  },
  view: (data) => ({
    title: t('Set up my school'),
    audience: everybody(t('Until the school is set up, anybody who reaches this address can see this page.')),
    body: setupView(data),
  }),
});
