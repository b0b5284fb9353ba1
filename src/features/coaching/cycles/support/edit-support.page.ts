import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { form } from '#ui/form.ts';
import { togetherAudience } from '../../audience.ts';
import { coachingPolicy } from '../../coaching.policy.ts';
import { titleOf, togetherHref } from '../../together.ts';
import { openOwnSupport } from './open-support.ts';
import { supportHref } from './support.ts';
import { supportFields } from './support-form.ts';

/** Whoever suggested it changes what it says. */
export const editSupportPage = page('/coaching/:coaching/support/:support/edit', {
  purpose: 'learning',
  access: coachingPolicy,
  load: (visit) => openOwnSupport(visit),
  view({ item, together, support }, visit) {
    const action = supportHref(together, `${support.id}/edit`);
    const { values, errors } = visit.formAt(action);
    const { what, who, link, byOn: by_on } = support;
    return {
      title: t('Change this suggestion'),
      audience: togetherAudience(item, together, visit.who),
      trail: [
        { label: titleOf(together, visit.who.personId), href: togetherHref(together) },
        { label: t('Other support'), href: supportHref(together) },
      ],
      body: form(
        {
          action,
          button: t('Save the changes'),
          values: { what, who, link, by_on, ...values },
          errors,
          hidden: { version: support.version },
          cancel: supportHref(together),
        },
        supportFields,
      ),
    };
  },
});
