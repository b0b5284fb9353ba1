import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { linkButton } from '#ui/actions.ts';
import { card, cards } from '#ui/card.ts';
import { html } from '#ui/html.ts';
import { sourceLine, teachingEvidence } from '#features/evidence/index.ts';
import { disagreeHref, sourceHref } from './addresses.ts';
import { selectOwn } from './own-evidence.queries.ts';
import { ownEvidence } from './own-evidence.view.ts';

/** Enough to recognise what one has; each source's own page shows more. */
const latest = 3;

/** The seven sources beside one another, each with its warnings and with what one has of that sort. */
export const sevenSourcesPage = page('/teaching-evidence', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  load: (visit) => selectOwn(visit, teachingEvidence().sources, latest),
  view(own, visit) {
    const { title, plain, neverCombined, sources, sideBySide, source } = teachingEvidence();
    return {
      title,
      audience: onlyYou(t('What stands here is yours. Others who open this page see their own.')),
      trail: [{ label: t('My learning'), href: '/my-learning' }],
      body: html`<p>${plain}</p>
        <p>${neverCombined.words}</p>
        ${sourceLine(neverCombined.source)}
        <p>${linkButton({ label: sideBySide.title, href: disagreeHref })}</p>
        ${cards(
          sources.map((each) =>
            card({
              title: each.title,
              href: sourceHref(each),
              body: html`<p>${each.plain}</p>
                <p><strong>${t('Before you believe it')}</strong></p>
                <ul>
                  ${each.warnings.map(({ words }) => html`<li>${words}</li> `)}
                </ul>
                <p><strong>${t('What you have of this sort')}</strong></p>
                ${ownEvidence(each, own, visit)}`,
            }),
          ),
        )}
        <p>${t('Where each warning comes from stands on the page of its source.')}</p>
        ${sourceLine(source)}`,
      wide: true,
    };
  },
});
