import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { quietWishPolicy, wishInWords } from '#features/coaching/index.ts';
import { belowCaseload, careAudience, carePath } from './care.ts';
import { openWish } from './open-wish.ts';

/** A quiet word, for whoever looks after mentoring and coaching. That it was opened stands where its author reads it. */
export const wishPage = page(`${carePath}/wishes/:wish`, {
  purpose: 'administration',
  access: quietWishPolicy,
  async load(visit) {
    return (await openWish(visit)).wish;
  },
  view: (wish) => ({
    title: t('A quiet word from {name}', { name: wish.by }),
    audience: careAudience(
      t(
        '{name} and the co-ordinators who are not in the pairing. Those they work with do not see it. {name} sees who opened it.',
        {
          name: wish.by,
        },
      ),
    ),
    trail: belowCaseload(),
    status: {
      where: wish.settledAt
        ? t('Looked after on {when}.', { when: formatMoment(wish.settledAt) })
        : t('Said on {when}.', { when: formatMoment(wish.saidAt) }),
    },
    body: html`<p><strong>${wishInWords(wish.wish)}</strong></p>
      ${wish.words !== '' && html`<blockquote class="as-written">${wish.words}</blockquote>`}
      ${
        wish.settledAt === null
          ? html`<p>
                ${t('Talk to {name} first, quietly. Then note that it is looked after.', { name: wish.by })}
              </p>
              ${form({ action: `${carePath}/wishes/${wish.id}/settle`, button: t('It is looked after') })}`
          : form({
              action: `${carePath}/wishes/${wish.id}/open-again`,
              button: t('It waits after all'),
              quiet: true,
            })
      }
      ${quietActions([
        {
          label: t('Their pairing: when they met, and an end'),
          href: `${carePath}/pairings/${wish.pairingId}`,
        },
        {
          label: t('Propose somebody else'),
          href: `${carePath}/propose?learner=${wish.personId}`,
          icon: 'people',
        },
      ])}`,
  }),
});
