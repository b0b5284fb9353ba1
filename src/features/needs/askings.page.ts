import { page, roles } from '#platform/http/route.ts';
import { formatNumber, t } from '#platform/i18n/i18n.ts';
import { role } from '#features/people/index.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html } from '#ui/html.ts';
import { table } from '#ui/table.ts';
import { selectAskings } from './askings.queries.ts';
import { whereItStands } from './closing.ts';
import { leaderAudience } from './open-asking.ts';
import { raisedPath } from './raised/addresses.ts';

/** What the staff were asked so far. */
export const askingsPage = page('/school/needs', {
  purpose: 'learning',
  access: roles(role.cpdLeader),
  load: async (visit) => ({ askings: await selectAskings(visit.db, visit.who), today: visit.today }),
  view: ({ askings, today }) => ({
    title: t('What the staff need'),
    audience: leaderAudience(),
    action: { label: t('Ask the staff'), href: '/school/needs/new' },
    body: html`<p>
        ${t('Ask what people need most and least, see who raised each need, and join it to what the school works on and offers.')}
      </p>
      ${table({
        caption: t('Questions to the staff so far'),
        captionHidden: true,
        columns: [
          { label: t('Question'), wide: true },
          { label: t('Where it stands') },
          { label: t('Answers'), numeric: true },
        ],
        rows: askings.map((asking) => [
          html`<a href="/school/needs/${asking.slug}">${asking.title}</a>`,
          whereItStands(asking, today),
          formatNumber(asking.answered),
        ]),
        empty: empty({
          says: t(
            'The staff have not been asked yet. A ready form is there: most needed, least needed, and own words.',
          ),
        }),
      })}
      ${quietActions([
        { label: t('Needs that were raised'), href: raisedPath },
        { label: t('School priorities'), href: '/school/priorities' },
      ])}`,
  }),
});
