import { t } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import type { Observation } from '../observation.ts';
import { chosenEvidence } from './evidence.ts';

/** What the goal rests on, in the words of the record. */
export function evidenceView(observation: Observation): Html {
  const chosen = chosenEvidence(observation);
  if (chosen.length === 0) return nothing;
  return html`<h3>${t('What it rests on')}</h3>
    <ul class="items dense">
      ${chosen.map(
        ({ label, about }) =>
          html`<li>
            <span class="as-written">${label}</span>${about && html`<br /><span class="meta">${about}</span>`}
          </li>`,
      )}
    </ul>`;
}
