import { isId } from '#platform/db/ids.ts';
import { NotFound } from '#platform/errors.ts';
import type { Visit } from '#platform/http/context.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { collectedPolicy } from '../planner.policy.ts';
import { cameWords, collectionAudience, mayCompare } from './collection.page.ts';
import { collectionHref, nameOf } from './collection.ts';
import { selectCollected } from './collection.queries.ts';
import { partList } from './offer.view.ts';

/** The agreement that the address names (`:copy`). Throws `NotFound` when it is not in the collection. */
export async function openCollected(visit: Visit) {
  const id = visit.params.copy ?? '';
  if (!isId(id)) throw new NotFound();
  const { agreements, items } = await selectCollected(visit.db, visit.who, { id, now: visit.now });
  const item = visit.admit(collectedPolicy, items[0]);
  const [agreement] = agreements;
  if (!agreement) throw new NotFound();
  return { agreement, item };
}

/** One agreement of the collection, whole. */
export const collectedPage = page('/school/agreement-collection/:copy', {
  purpose: 'administration',
  access: collectedPolicy,
  async load(visit) {
    const { agreement } = await openCollected(visit);
    if (agreement.endedAt) throw new NotFound('This was taken out of the collection.');
    return { agreement, compares: mayCompare(visit) };
  },
  view: ({ agreement, compares }) => ({
    title: nameOf(agreement),
    audience: collectionAudience(),
    trail: [{ label: t('Collected agreements'), href: collectionHref() }],
    body: html`<p class="meta">${cameWords(agreement)}</p>
      ${partList(agreement.parts)}
      ${
        agreement.came === 'given' &&
        html`<p class="meta">
          ${t('Its people can take it back at any time. If it says more than they meant to, take it out here and tell them.')}
        </p>`
      }
      ${
        compares &&
        form({
          action: collectionHref(`${agreement.id}/end`),
          button: t('Take it out of the collection'),
          quiet: true,
        })
      }`,
  }),
});
