import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { openTarget } from './open-target.ts';
import { agreementInWords, agreementOf, targetAudience, targetHref } from './target.ts';
import { targetPolicy } from './target.policy.ts';
import { targetView } from './target.view.ts';

/** One target, with who agreed to it and what it said before. */
export const targetPage = page('/appraisal/targets/:target', {
  purpose: 'appraisal',
  access: targetPolicy,
  async load(visit) {
    const opened = await openTarget(visit);
    return { ...opened, texts: await selectTexts(visit.db, opened.target) };
  },
  view(data, visit) {
    const { target, mine } = data;
    const agreement = agreementOf(target);
    const words = agreementInWords(agreement, mine);
    return {
      title: mine
        ? t('My target for {year}', { year: target.year })
        : t('{name}’s target for {year}', { name: target.person, year: target.year }),
      audience: targetAudience(target, visit.who.personId),
      status: { where: `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}.` },
      trail: mine
        ? [{ label: t('Appraisal'), href: '/appraisal' }]
        : [
            { label: t('Appraisal'), href: '/appraisal' },
            { label: t('The people I manage'), href: '/appraisal/people' },
          ],
      ...(mine && !target.endedAt
        ? { action: { label: t('Change the words'), href: targetHref(target, 'edit') } }
        : {}),
      body: targetView(data, visit.formAt(targetHref(target, 'agree'))),
    };
  },
});
