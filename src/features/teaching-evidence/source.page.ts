import { onlyYou } from '#platform/access/audience-words.ts';
import { NotFound } from '#platform/errors.ts';
import { members, page } from '#platform/http/route.ts';
import { t } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { html, type Html } from '#ui/html.ts';
import { type EvidenceSource, type Source, sourceLine, teachingEvidence } from '#features/evidence/index.ts';
import { disagreeHref } from './addresses.ts';
import { selectOwn } from './own-evidence.queries.ts';
import { ownEvidence } from './own-evidence.view.ts';

/** The latest of each sort; the room that keeps them has all. */
const latest = 20;

/** One source by itself: what is said against it, what it can tell and what not, and what one has of it. */
export const sourcePage = page('/teaching-evidence/:source', {
  purpose: 'learning',
  access: members('staff', 'guest'),
  async load(visit) {
    const source = teachingEvidence().sources.find(({ id }) => id === visit.params.source);
    if (!source) throw new NotFound('There is no such source of evidence.');
    return { source, own: await selectOwn(visit, [source], latest) };
  },
  view: ({ source, own }, visit) => ({
    title: source.title,
    audience: onlyYou(t('What stands here is yours. Others who open this page see their own.')),
    trail: [
      { label: t('My learning'), href: '/my-learning' },
      { label: teachingEvidence().title, href: '/teaching-evidence' },
    ],
    body: html`<p>${source.plain}</p>
      ${said(source)}
      <h2 id="yours">${t('What you have of this sort')}</h2>
      ${ownEvidence(source, own, visit)}
      ${quietActions([{ label: teachingEvidence().sideBySide.title, href: disagreeHref, icon: 'evidence' }])}
      ${sourceLine(source.source)}`,
  }),
});

const said = ({ warnings, tells, cannot, better }: EvidenceSource): Html =>
  html`<h2>${t('Before you believe it')}</h2>
    ${sourced(warnings)}
    <h2>${t('What it can tell')}</h2>
    ${plain(tells)}
    <h2>${t('What it cannot')}</h2>
    ${plain(cannot)}
    <h2>${t('What makes it more worth believing')}</h2>
    ${sourced(better)}`;

const plain = (all: readonly string[]): Html =>
  html`<ul>
    ${all.map((words) => html`<li>${words}</li> `)}
  </ul>`;

const sourced = (all: readonly { words: string; source: Source }[]): Html =>
  html`<ul class="items">
    ${all.map(
      ({ words, source }) =>
        html`<li>
          <p>${words}</p>
          ${sourceLine(source)}
        </li> `,
    )}
  </ul>`;
