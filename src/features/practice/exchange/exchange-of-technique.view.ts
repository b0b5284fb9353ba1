import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import type { ChoicesOf } from './exchange.queries.ts';
import { exchangeHref, sides, sideWords } from './exchange.ts';

/** On a technique's page: saying that one could show it, or would like to see it, and taking that back. */
export const exchangeOf = (technique: string, { mine, couldShow }: ChoicesOf): Html => html`
  <h2>${t('Showing and seeing')}</h2>
  <p>
    ${
      couldShow === 0
        ? t('Nobody has said yet that they could show it.')
        : tn(couldShow, 'One colleague says they could show it.', '{n} colleagues say they could show it.')
    }
    <a href="${exchangeHref}">${t('Showing and seeing, for all techniques')}</a>
  </p>
  <div class="acts">
    ${sides.map((side) => {
      const chosen = mine.find((choice) => choice.side === side);
      return chosen
        ? form({
            action: `${exchangeHref}/choices/${chosen.id}/end`,
            button: t('Take it back: {words}', { words: sideWords(side) }),
            quiet: true,
          })
        : form({
            action: `${exchangeHref}/choices`,
            button: sideWords(side),
            hidden: { technique, side },
            prefix: `choice-${side}`,
            quiet: true,
          });
    })}
  </div>
  <p class="meta">
    ${t('What you could show, colleagues can find. What you would like to see, only those find who could show it. Nobody who manages you finds either, and you can take it back at once.')}
  </p>
`;
