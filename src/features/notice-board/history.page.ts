import { selectTexts } from '#platform/audit/text-versions.ts';
import { page } from '#platform/http/route.ts';
import { formatMoment, t } from '#platform/i18n/i18n.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import { noticeHref } from './addresses.ts';
import { noticeAudience } from './audience-words.ts';
import { noticeTrail } from './new-notice.page.ts';
import { postedNoticePolicy } from './notice-board.policy.ts';
import { openNotice } from './open-notice.ts';

/** What a notice said before it was changed, for all who read it. */
export const historyPage = page('/notices/:notice/history', {
  purpose: 'administration',
  access: postedNoticePolicy,
  async load(visit) {
    const opened = await openNotice(visit);
    const of = { ownerId: visit.organisationId, id: opened.notice.id };
    return { ...opened, texts: await selectTexts(visit.db, of) };
  },
  view: ({ notice, audience, unitNames, texts }) => ({
    title: t('How “{title}” was before', { title: notice.title }),
    audience: noticeAudience(audience, unitNames),
    trail: [...noticeTrail(), { label: notice.title, href: noticeHref(notice.id) }],
    body: html`${texts.map((each, index) => version(each, index === 0))}`,
  }),
});

const version = (
  { writtenAt, writtenBy, fields }: { writtenAt: Date; writtenBy: string; fields: Record<string, unknown> },
  latest: boolean,
): Html => {
  const by = { name: writtenBy, when: formatMoment(writtenAt) };
  return details(
    latest ? t('As it stands: {name}, {when}', by) : t('Before: {name}, {when}', by),
    definitionList([
      { term: t('What it is about'), says: html`<bdi>${String(fields.title)}</bdi>` },
      {
        term: t('What it said'),
        says: html`<span class="as-written" dir="auto">${String(fields.text)}</span>`,
      },
    ]),
    latest,
  );
};
