import type { Visit } from '#platform/http/context.ts';
import { formatList, t } from '#platform/i18n/i18n.ts';
import { agreementHref, type PartInWords } from '#features/agreements/index.ts';
import { definitionList } from '#ui/definition-list.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { asWritten } from '../words.view.ts';
import { notYet, type Offer, type OpenedOffer } from './offer.ts';

/** The parts of an agreement with what stands in each. */
export const partList = (parts: readonly PartInWords[]): Html =>
  definitionList(
    parts
      .filter(({ text }) => text !== '')
      .map(({ label, text }) => ({ term: label, says: asWritten(text) })),
  );

/** Saying yes or no to the wording, giving it when everybody has said yes, taking it back. */
export function answerForms(data: OpenedOffer, offer: Offer, visit: Visit): Html {
  const { agreement } = data.opened;
  const href = (below: string) => agreementHref(agreement, `collection/${below}`);
  if (offer.givenAs)
    return form({ ...visit.formAt(href('take-back')), button: t('Take the copy back'), quiet: true });
  const mine = offer.answers.find(({ personId }) => personId === visit.who.personId)?.saysYes ?? null;
  const waiting = notYet(data);
  const no = offer.answers.filter(({ saysYes }) => saysYes === false).map(({ name }) => name);
  const hidden = { version: offer.version };
  const answer = { ...visit.formAt(href('answer')), quiet: true };
  return html`${no.length > 0 && html`<p>${t('{names} would rather not give it as it stands.', { names: formatList(no) })}</p>`}
    <div class="acts">
      ${
        mine !== true &&
        form({
          ...answer,
          button: t('Yes, this may be given'),
          hidden: { ...hidden, says: 'yes' },
          prefix: 'yes',
        })
      }
      ${
        mine !== false &&
        form({ ...answer, button: t('I would rather not'), hidden: { ...hidden, says: 'no' }, prefix: 'no' })
      }
      ${
        waiting.length === 0 &&
        form({ ...visit.formAt(href('give')), button: t('Give it to the collection'), hidden })
      }
    </div>`;
}
