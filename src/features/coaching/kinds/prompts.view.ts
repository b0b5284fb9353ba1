import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import type { Relationship } from '../relationships.ts';

type Prompt = Relationship['prompts'][number];
type Moment = Prompt['when'];

const moments: readonly Moment[] = ['before', 'during', 'after', 'stuck'];

const momentInWords = (moment: Moment): string =>
  ({
    before: t('Before you meet'),
    during: t('While you talk'),
    after: t('At the end, and after'),
    stuck: t('When it does not go well'),
  })[moment];

/** All questions of a kind, moment by moment, each folded away until it is wanted. */
export const promptsByMoment = ({ prompts, activities }: Relationship): Html =>
  html`${moments.map((moment) => {
    const those = prompts.filter(({ when }) => when === moment);
    return (
      those.length > 0 &&
      details(
        momentInWords(moment),
        html`<ul>
          ${those.map((prompt) => html`<li>${prompt.asks} <span class="meta">${belongsTo(prompt, activities)}</span></li>`)}
        </ul>`,
      )
    );
  })}`;

/** The activity of the framework that a question serves. */
const belongsTo = ({ activity }: Prompt, activities: Relationship['activities']): string =>
  activities.find(({ id }) => id === activity)?.title ?? '';
