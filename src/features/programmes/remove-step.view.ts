import { t, tn } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import {
  catalogue,
  crossLinks,
  type DesignCheck,
  evidenceList,
  factsOf,
  sourceLine,
} from '#features/evidence/index.ts';
import type { carriedIngredient } from './step-defaults.ts';

/** Taking a step out; before that, what goes with it when it carries an ingredient of the template. */
export const removeStep = (action: string, carried: ReturnType<typeof carriedIngredient>): Html => html`
  <h2>${t('Take this step out')}</h2>
  ${carried && warning(carried)}
  <p>${t('It can be put back at any time.')}</p>
  ${form({ action, button: t('Take it out'), danger: true, quiet: true })}
`;

function warning({ ingredient, others }: NonNullable<ReturnType<typeof carriedIngredient>>): Html {
  const check = removalCheck();
  return notice(
    'caution',
    html`<p>${ingredient.why} ${ingredient.without}</p>
      <p>
        ${
          others === 0
            ? t(
                'No other step carries it. Changing a programme so that it loses what makes it work is called a lethal mutation.',
              )
            : tn(others, 'One other step carries it too.', '{n} other steps carry it too.')
        }
      </p>
      ${sourceLine(ingredient.source)}
      ${
        others === 0 &&
        check &&
        html`<p>${check.why}</p>
          ${evidenceList(check.evidence)}`
      }
      ${crossLinks(ingredient.links).map(
        ({ title, href }) => html`<p><a href="${href}">${t('Read about it: {title}', { title })}</a></p>`,
      )}`,
    t('This step carries an ingredient: {title}.', { title: ingredient.title }),
  );
}

/** The check of the catalogue that speaks of ingredients taken out. */
const removalCheck = (): DesignCheck | undefined =>
  catalogue().designChecks.find((check) => factsOf(check.when).includes('removedIngredients'));
