import { filled, html, nothing, type Html, type Value } from '#ui/html.ts';

interface Definition {
  term: string;
  /** Several values stand one under the other. Nothing given: the entry is left out. */
  says: Value;
}

/** What is known of one thing: term and words, side by side where there is room. */
export function definitionList(entries: readonly Definition[]): Html {
  const shown = entries.filter(({ says }) => filled(says));
  if (shown.length === 0) return nothing;
  return html`<dl class="definitions">
    ${shown.map(
      ({ term, says }) =>
        html`<div>
          <dt>${term}</dt>
          ${(Array.isArray(says) ? (says as readonly Value[]) : [says]).map((each) => html`<dd>${each}</dd>`)}
        </div> `,
    )}
  </dl>`;
}
