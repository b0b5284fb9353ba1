import { onlyYou } from '#platform/access/audience-words.ts';
import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html } from '#ui/html.ts';
import { titleOf, tryOutHref } from './addresses.ts';
import { openOwnTryOut } from './edit-try-out.page.ts';
import { saidIn, type Written } from './try-out-form.ts';
import { tryOutPolicy } from './try-out.policy.ts';

/** What one's own try-out said before it was changed. */
export const tryOutHistoryPage = page('/try-outs/:person/:tryOut/history', {
  purpose: 'learning',
  access: tryOutPolicy,
  async load(visit) {
    const tryOut = await openOwnTryOut(visit);
    return { tryOut, texts: await selectTexts(visit.db, tryOut) };
  },
  view: ({ tryOut, texts }) => ({
    title: t('Earlier texts'),
    audience: onlyYou(t('Those you share the try-out with read its latest text only.')),
    trail: [
      { label: t('My try-outs'), href: '/my-learning/try-outs' },
      { label: titleOf({ ...tryOut, tried: tryOut.texts.tried }), href: tryOutHref(tryOut) },
    ],
    body: html`${texts.map(({ version, writtenAt, fields }, index) =>
      details(
        index === 0
          ? t('As it stands, saved {when}', { when: formatMoment(writtenAt) })
          : t('Version {n}, saved {when}', { n: version, when: formatMoment(writtenAt) }),
        definitionList(
          saidIn(fields as unknown as Written).map(({ label, text }) => ({
            term: label,
            says: text && html`<span class="as-written">${text}</span>`,
          })),
        ),
        index === 0,
      ),
    )}`,
  }),
});
