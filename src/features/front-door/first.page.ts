import { everybody } from '#platform/access/audience-words.ts';
import type { Who } from '#platform/access/who.ts';
import { publicPage, see } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { selectHasOrganisation } from '#features/organisation/index.ts';
import { demoDoorView, type DemoPerson } from './demo-door.view.ts';
import { selectDemoPeople } from './front-door.queries.ts';
import { welcomeView } from './welcome.view.ts';

/** Where a signed-in person begins. */
const startOf = (who: Who): string =>
  who.standing.kind === 'guest' ? '/my-learning' : who.standing.kind === null ? '/me' : '/today';

/** `/`: on to one's start, or the way in. */
export const firstPage = publicPage('/', {
  purpose: 'administration',
  async load(arrival): Promise<{ demo: DemoPerson[] } | { demo: null } | ReturnType<typeof see>> {
    if (arrival.who) return see(startOf(arrival.who));
    if (arrival.services.demo) return { demo: await selectDemoPeople(arrival.db) };
    return (await selectHasOrganisation(arrival.db)) ? see('/sign-in') : { demo: null };
  },
  view: (data) => ({
    title: data.demo ? t('Step into the demo school') : t('Welcome to Staffroom'),
    audience: everybody(),
    body: data.demo ? demoDoorView(data.demo) : welcomeView(),
  }),
});
