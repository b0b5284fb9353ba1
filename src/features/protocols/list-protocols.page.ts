import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html } from '#ui/html.ts';
import { learningLeaders } from '#features/people/index.ts';
import { filterIn, fitting } from './filter-protocols.ts';
import { protocolList } from './list-protocols.view.ts';
import { selectProtocols } from './protocol-of.ts';

/** Every way of learning together that one may start from: those that come with Staffroom, and the school's own. */
export const listProtocolsPage = page('/protocols', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load({ db, organisationId, query }) {
    const filter = filterIn(query);
    return { filter, found: fitting(await selectProtocols(db, organisationId), filter) };
  },
  view: (data, { who }) => ({
    title: t('Protocols'),
    audience: allStaff(who, t('Everybody who works at the school, and its guests, can read these.')),
    wide: true,
    body: html`${protocolList(data)}
    ${
      who.hasAny(learningLeaders) &&
      quietActions([{ label: t('The school’s own protocols'), href: '/protocols/mine', icon: 'edit' }])
    }`,
  }),
});
