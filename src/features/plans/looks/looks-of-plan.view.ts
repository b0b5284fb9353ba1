import type { Visit } from '#platform/http/context.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { notice } from '#ui/notice.ts';
import { lookHref } from '../addresses.ts';
import type { OpenedPlan } from '../scheme/open-plan.ts';
import type { Look } from './look.queries.ts';

/** Who was asked to look at a plan: for whoever was asked something to do, for all others a line. */
export const looksOfPlan = ({ plan, looks }: OpenedPlan, { who }: Visit): Value =>
  looks.map((look) =>
    look.askedOfId === who.personId && look.lookedAt === null
      ? forMe(plan.id, look)
      : line(plan.id, look, who.personId),
  );

const forMe = (planId: string, { id, askedBy, byDate, words }: Look): Html =>
  html`${notice(
    'info',
    html`${byDate === null ? t('{name} asks you to look at this.', { name: askedBy }) : t('{name} asks you to look at this by {day}.', { name: askedBy, day: formatDate(byDate, 'long') })}
    ${words !== '' && html`<span class="as-written" dir="auto">${words}</span>`}`,
  )}
  ${form({ action: lookHref(planId, id, 'looked'), button: t('I have looked at it'), quiet: true, prefix: `look-${id}` })}`;

const line = (planId: string, look: Look, me: string): Html =>
  html`<p class="meta">
      ${
        look.lookedAt === null
          ? look.byDate === null
            ? t('{name} is asked to look at this.', { name: look.askedOf })
            : t('{name} is asked to look at this by {day}.', {
                name: look.askedOf,
                day: formatDate(look.byDate),
              })
          : t('{name} has looked at this, on {day}.', { name: look.askedOf, day: formatDate(look.lookedAt) })
      }
    </p>
    ${
      look.askedById === me &&
      look.lookedAt === null &&
      form({
        action: lookHref(planId, look.id, 'take-back'),
        button: t('Ask {name} no more', { name: look.askedOf }),
        quiet: true,
        prefix: `look-${look.id}`,
      })
    }`;
