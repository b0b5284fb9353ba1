import { t } from '#platform/i18n/i18n.ts';
import { html, type Html } from '#ui/html.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import { type Together, togetherHref } from '../together.ts';

interface Help {
  together: Together;
  /** Whom the school names for questions, in its words. */
  contact: string;
  /** It stands here because of an answer, rather than for whoever looks for it. */
  asked: boolean;
}

/** What it is when one feels judged, what helps, and whom to turn to without anybody being told. */
export function quietHelp({ together, contact, asked }: Help): Html {
  const { danger } = catalogue().coaching;
  return html`<section class="quiet-help">
    ${asked && html`<h2>${t('For you alone')}</h2>`}
    ${
      asked &&
      html`<p>
        ${t('What you answered can mean that you feel judged. It may have been one bad day, and nothing is wrong with you. Nobody has been told.')}
      </p>`
    }
    ${
      together.endedAt === null &&
      html`<p>
        <a class="button secondary" href="${togetherHref(together, 'quiet')}"
          >${t('A quiet word, or somebody else')}</a
        >
        ${t('The co-ordinator reads it, the other of you does not. No reason is asked.')}
      </p>`
    }
    ${contact !== '' && html`<p class="as-written">${t('Your school names for questions: {contact}', { contact })}</p>`}
    <p><strong>${danger.title}</strong>: ${danger.plain}</p>
    <ul>
      ${danger.signs.map((each) => html`<li>${each}</li>`)}
    </ul>
    <h3>${t('What helps')}</h3>
    <ul>
      ${danger.whatHelps.map((each) => html`<li>${each}</li>`)}
    </ul>
    ${sourceLine(danger.source)}
  </section>`;
}
