import { page, see } from '#platform/http/route.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { coachingPolicy } from '../coaching.policy.ts';
import { openTogether } from '../open-together.ts';
import { stateOf, togetherHref, togetherTrail } from '../together.ts';
import { selectQuiet } from './quiet.queries.ts';
import { quietView } from './quiet.view.ts';

/** Where anybody of a pairing says quietly that something is not right, or leaves. */
export const quietPage = page('/coaching/:coaching/quiet', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit, 'write');
    if (stateOf(opened.together) === 'ended') return see(togetherHref(opened.together));
    return { ...opened, ...(await selectQuiet(visit, opened.together)) };
  },
  view: (data, visit) => ({
    title: stateOf(data.together) === 'asked' ? t('Take the question back') : t('A quiet word, or an end'),
    audience: {
      icon: 'private',
      words:
        data.coordinators.length > 0
          ? t('You and {names}', { names: formatList(data.coordinators) })
          : t('Only you'),
      why: t(
        'Those you work with do not see this page as you see it, nor what you say here. They are told only when it ends.',
      ),
    },
    trail: togetherTrail(data.together, visit.who.personId),
    body: quietView(data, visit),
  }),
});
