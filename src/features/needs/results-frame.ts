import { isId } from '#platform/db/ids.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import type { Html } from '#ui/html.ts';
import { tabs } from '#ui/tabs.ts';
import type { Asking } from './asking.queries.ts';
import { whereItStands } from './closing.ts';
import { leaderAudience } from './open-asking.ts';

/** What the pages of one asking's results have in common. */

type ResultsView = 'topics' | 'said' | 'waiting';

export const resultsAddress = (asking: Pick<Asking, 'slug'>, view: ResultsView = 'topics'): string =>
  `/school/needs/${asking.slug}${view === 'topics' ? '' : `/${view}`}`;

export const resultsHead = (asking: Asking, today: string) => ({
  title: asking.title,
  audience: leaderAudience(),
  status: {
    where: whereItStands(asking, today),
    ...(asking.releasedAt
      ? {
          promised: t('Those who answered can see the counts since {day}.', {
            day: formatDate(asking.releasedAt, 'long'),
          }),
        }
      : {}),
  },
  trail: [{ label: t('What the staff need'), href: '/school/needs' }],
});

export const resultsTabs = (asking: Asking, current: ResultsView): Html =>
  tabs(t('Views of the answers'), [
    { label: t('Topics'), href: resultsAddress(asking), current: current === 'topics' },
    { label: t('Who said what'), href: resultsAddress(asking, 'said'), current: current === 'said' },
    { label: t('Not answered yet'), href: resultsAddress(asking, 'waiting'), current: current === 'waiting' },
  ]);

/** An id out of the address, or null. */
export const idIn = (text: string | undefined): string | null => (text && isId(text) ? text : null);
