import { onlyYou } from '#platform/access/audience-words.ts';
import { dayMs } from '#platform/calendar/dates.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { selectOrganisationIds } from './me.queries.ts';
import { ownItemsPageSize, selectEnded } from './own-items.queries.ts';
import { nameOf, nounsOf, ownKinds } from './own-kinds.ts';

/** How far back the list goes, in milliseconds. What is older can still be opened at its own address. */
const lately = 365 * dayMs;

/** What one took away lately, each with the button that brings it back. */
export const endedPage = (features: () => readonly Feature[]) =>
  page('/me/ended', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const kinds = ownKinds(features());
      const { personId } = visit.who;
      const organisationIds = await selectOrganisationIds(visit.db, personId);
      const number = visit.pageNumber;
      const since = new Date(visit.now.getTime() - lately);
      return {
        kinds,
        number,
        items: await selectEnded(visit.db, { personId, organisationIds, kinds, page: number }, since),
      };
    },
    view({ kinds, number, items }) {
      const nouns = nounsOf(features());
      const total = items[0]?.total ?? 0;
      return {
        title: t('What you took away'),
        audience: onlyYou(t('Nobody else can open what you took away, nor see that it was there.')),
        trail: [{ label: t('Me'), href: '/me' }],
        body: html`${countedList({
          says: tn(total, '{n} thing in the last year', '{n} things in the last year'),
          items: items.map((item) => {
            const own = kinds[item.kind]!;
            const { title, href, meta } = nameOf(own, item, nouns);
            return html`<a href="${href}">${title}</a> <span class="meta">${meta}</span> ${
                own.bringBack !== undefined &&
                form({
                  action: own.bringBack(item.facts as never, item),
                  button: t('Bring it back'),
                  describe: t('Bring back {title}', { title }),
                  quiet: true,
                  prefix: `back-${item.id}`,
                })
              }`;
          }),
          empty: empty({
            says: t(
              'You have taken nothing away in the last year. What you do take away waits here, and can be brought back.',
            ),
          }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / ownItemsPageSize), path: '/me/ended' })}`,
      };
    },
  });
