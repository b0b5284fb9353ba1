import type { Visit } from '#platform/http/context.ts';
import { formatDate } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import type { EvidenceSource } from '#features/evidence/index.ts';
import type { EvidenceList, EvidenceRow } from './evidence-list.ts';
import { lists, type Own } from './own-evidence.queries.ts';

/**
 * What one has of one's own under a source: names and days, each list by itself. How many there are is said
 * nowhere, so that nobody reads a number as a measure. Where there is nothing, why that is fine.
 */
export function ownEvidence(source: EvidenceSource, own: Own, visit: Visit): Html {
  const here = lists.filter(({ sort }) => source.rooms.includes(sort));
  const filled = here.filter(({ sort }) => (own[sort] ?? []).length > 0);
  return html`${
    filled.length === 0
      ? empty({ says: source.nothingHere })
      : filled.map((one) => oneList(one, own[one.sort]!))
  }
  ${ways(here, visit)}`;
}

const oneList = (one: EvidenceList, rows: readonly EvidenceRow[]): Html =>
  html`<p>${one.heading()}</p>
    <ul class="items dense">
      ${rows.map(
        ({ id, day, facts }) =>
          html`<li>
            <a href="${one.href(facts, id)}">${one.title(facts)}</a>
            <span class="meta">${formatDate(day, 'short')}</span>
          </li> `,
      )}
    </ul>`;

/** The ways to where all of them stand, also while there is none: that is where the first begins. */
function ways(here: readonly EvidenceList[], { who }: Visit): Html | null {
  const all = here.flatMap((one) => one.all(who) ?? []);
  return all.length > 0 ? quietActions(all) : null;
}
