import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html, nothing } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { catalogue, sourceLine } from '#features/evidence/index.ts';
import type { GoalTexts } from './goal.ts';
import { broadSigns, type GoalSign, readGoal } from './read-goal.ts';

const signInWords = (sign: GoalSign): string =>
  ({
    'general-words': t('Its words take in a whole field. Which one moment of a lesson do you have in mind?'),
    'several-aims': t(
      'There may be more than one aim in it. Which comes first? The other can wait for next time.',
    ),
    'no-pupils': t('It does not say yet with which pupils. A few you know well are enough.'),
    'nothing-to-see': t('It does not say yet what one would see or hear pupils do.'),
    'one-moment': t('It may be one small thing at one moment, so that little changes for pupils.'),
  })[sign];

/** What one may want to look at again in one's goal, with the reason. Advice to its author; nothing is refused. */
export function goalAdvice(texts: Pick<GoalTexts, 'goal' | 'pupils' | 'looks'>): Html {
  const { tooBroad, tooNarrow } = catalogue().coaching.goal;
  const signs = readGoal(texts, { broad: tooBroad.looksFor, narrow: tooNarrow.looksFor });
  if (signs.length === 0) return nothing;
  const isBroad = signs.some((sign) => broadSigns.includes(sign));
  const note = isBroad ? tooBroad : tooNarrow;
  return notice(
    'info',
    html`<ul>
        ${signs.map((sign) => html`<li>${signInWords(sign)}</li>`)}
      </ul>
      <p>${t(note.words)} ${t(note.asks)}</p>
      ${sourceLine(note.source)}
      <p class="meta">${t('This is read from your words alone and can be wrong. The goal is yours.')}</p>`,
    isBroad
      ? t('A second look: is it narrow enough to see?')
      : t('A second look: is it wide enough to matter?'),
  );
}

/** What makes a goal easier to work on, both ways, for beside the form. */
export function goalHelp(): Html {
  const { goal } = catalogue().coaching;
  return details(
    t('Neither too broad nor too narrow'),
    html`<p>${t(goal.words)}</p>
      <ul>
        ${goal.prompts.map((prompt) => html`<li>${t(prompt)}</li>`)}
      </ul>
      ${[goal.tooBroad, goal.tooNarrow].map(
        ({ words, source }) =>
          html`<p>${t(words)}</p>
            ${sourceLine(source)}`,
      )}`,
  );
}
