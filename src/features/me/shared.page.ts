import { grantInWords, onlyYou } from '#platform/access/audience-words.ts';
import type { Feature } from '#platform/http/feature.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { countedList, pager } from '#ui/list.ts';
import { selectOrganisationIds } from './me.queries.ts';
import { ownItemsPageSize, selectShared } from './own-items.queries.ts';
import { nameOf, nounsOf, ownKinds } from './own-kinds.ts';

/** What one has shared with whom, and the button that takes it back at once. */
export const sharedPage = (features: () => readonly Feature[]) =>
  page('/me/shared', {
    purpose: 'learning',
    access: 'signed-in',
    async load(visit) {
      const kinds = ownKinds(features());
      const { personId } = visit.who;
      const organisationIds = await selectOrganisationIds(visit.db, personId);
      const number = visit.pageNumber;
      return {
        kinds,
        number,
        items: await selectShared(visit.db, { personId, organisationIds, kinds, page: number }),
      };
    },
    view({ kinds, number, items }, visit) {
      const nouns = nounsOf(features());
      const total = items[0]?.total ?? 0;
      return {
        title: t('What you have shared'),
        audience: onlyYou(t('This list is yours. Each thing in it says who can read it.')),
        trail: [{ label: t('Me'), href: '/me' }],
        body: html`${countedList({
            says: tn(total, 'You share {n} thing', 'You share {n} things'),
            withEnd: true,
            items: items.map((item) => {
              const own = kinds[item.kind]!;
              const { title, href, meta } = nameOf(own, item, nouns);
              const readers =
                own.shown?.to(item.facts as never) ??
                formatList(item.readers.map((reader) => grantInWords(reader, visit.who)));
              return html`<span
                  ><a href="${href}">${title}</a>
                  <span class="meta">${meta}. ${t('Shared with {readers}', { readers })}</span></span
                >
                ${
                  own.setReaders !== undefined &&
                  form({
                    action: '/me/shared/stop',
                    button: t('Stop sharing'),
                    describe: t('Stop sharing {title}', { title }),
                    quiet: true,
                    hidden: { owner: item.ownerId, item: item.id, kind: item.kind },
                    prefix: `stop-${item.id}`,
                  })
                }`;
            }),
            empty: empty({
              says: t(
                'You have shared nothing. What you write about your own learning is yours alone until you share it, from its own page.',
              ),
            }),
          })}
          ${pager({ page: number, pages: Math.ceil(total / ownItemsPageSize), path: '/me/shared' })}
          <p>
            ${t('What is written together, such as agreements and notes of talks, is not in this list: those who write it can read it.')}
          </p>`,
      };
    },
  });
