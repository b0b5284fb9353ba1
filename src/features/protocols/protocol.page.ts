import { allStaff } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { protocolView } from './protocol.view.ts';
import { selectExplained } from './select-explained.ts';

/** The page that explains one protocol, for whoever thinks of starting one. */
export const protocolPage = page('/protocols/:protocol', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: selectExplained,
  view: (explained, { who }) => {
    const { protocol, own } = explained;
    const starts = protocol.startedBy === 'anyone' && explained.isStaff && !own?.putAway;
    return {
      title: protocol.title,
      audience: allStaff(
        who,
        t('Everybody who works at the school, and its guests, can read how this is done.'),
      ),
      trail: [{ label: t('Protocols'), href: '/protocols' }],
      ...(starts && { action: { label: t('Start a group'), href: `/groups/new?protocol=${protocol.id}` } }),
      wide: true,
      body: protocolView(explained),
    };
  },
});
