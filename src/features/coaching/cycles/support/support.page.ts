import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { html } from '#ui/html.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { openTogether } from '../../open-together.ts';
import { titleOf, togetherHref } from '../../together.ts';
import { suggests } from './open-support.ts';
import { supportHref } from './support.ts';
import { supportFields } from './support-form.ts';
import { selectSupports } from './support.queries.ts';
import { supportList } from './support.view.ts';

const draftOf = (coachingId: string): string => `coaching-support:${coachingId}`;

/** Other support that was suggested in a pairing, what became of it, and suggesting more. */
export const supportPage = page('/coaching/:coaching/support', {
  purpose: 'learning',
  access: coachingPolicy,
  async load(visit) {
    const opened = await openTogether(visit);
    const { ownerId, id } = opened.together;
    return { ...opened, supports: await selectSupports(visit, ownerId, id) };
  },
  view(opened, visit) {
    const { item, together, supports } = opened;
    const me = visit.who.personId;
    return {
      title: t('Other support'),
      audience: togetherAudience(item, together, visit.who),
      trail: [{ label: titleOf(together, me), href: togetherHref(together) }],
      body: html`<p>
          ${t('Nobody can give everything. Here stands what else may help, and what came of it. Whoever learns decides.')}
        </p>
        ${supportList(opened, supports, visit)}
        ${
          suggests(opened, me) &&
          html`<h2>${t('Suggest something')}</h2>
            ${form(
              {
                ...visit.formAt(supportHref(together)),
                button: t('Suggest it'),
                draft: draftOf(together.id),
              },
              supportFields,
            )}`
        }`,
    };
  },
});
