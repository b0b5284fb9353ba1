import { t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, type Html } from '#ui/html.ts';
import type { Catalogue } from './catalogue/catalogue.ts';
import type { Link, LinkSet } from './catalogue/design-check.schema.ts';
import type { Framework, FrameworkItem } from './catalogue/framework.schema.ts';
import type { Review } from './catalogue/ledger.schema.ts';
import { crossLinks } from './cross-links.ts';
import { evidenceList, sourceLine } from './evidence.view.ts';
import { featureTable } from './feature-table.view.ts';

export const checklistsView = ({ links, frameworks, features, reviews }: Catalogue): Html => html`
  <p>
    ${t('They help to think about a plan. They are not to be scored: no list, and no number of ticks on one, guarantees any effect.')}
  </p>
  <nav aria-label="${t('On this page')}">
    <ul>
      <li><a href="#seven-links">${links.title}</a></li>
      ${frameworks.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
      <li><a href="#features">${features.title}</a></li>
      <li><a href="#reviews">${t('The reviews and studies named here')}</a></li>
    </ul>
  </nav>
  ${sevenLinks(links)} ${frameworks.map(framework)} ${featureTable(features)} ${reviewList(reviews)}
`;

const limits = (all: readonly string[] | undefined): Html | null =>
  all && all.length > 0
    ? html`<p>${t('Bear in mind:')}</p>
        <ul>
          ${all.map((each) => html`<li>${each}</li>`)}
        </ul>`
    : null;

const sevenLinks = (set: LinkSet): Html => html`
  <h2 id="seven-links">${set.title}</h2>
  <p>${set.plain}</p>
  ${limits(set.limits)}
  <ol class="items">
    ${set.links.map(oneLink)}
  </ol>
  <h3 id="duration">${set.duration.title}</h3>
  <p>${set.duration.plain}</p>
  ${details(t('The evidence for and against'), evidenceList(set.duration.evidence))}
  <h3>${t('Two rhythms the reviews describe')}</h3>
  ${set.rhythms.map(
    (rhythm) =>
      html`<h4>${rhythm.title}</h4>
        <ul>
          ${rhythm.parts.map((part) => html`<li>${part}</li>`)}
        </ul>
        ${sourceLine(rhythm.source)}`,
  )}
  ${sourceLine(set.source)}
`;

const oneLink = (link: Link): Html =>
  html`<li id="${link.id}">
    <p><strong>${link.title}.</strong> ${link.plain}</p>
    ${details(t('The evidence for and against'), evidenceList(link.evidence))} ${seeAlso(link.links)}
  </li>`;

const framework = (list: Framework): Html => html`
  <h2 id="${list.id}">${list.title}</h2>
  <p>${list.plain}</p>
  ${limits(list.limits)}
  ${list.groups.map(
    (group) =>
      html`${list.groups.length > 1 && html`<h3>${group.title}</h3>`}
        <ul class="items">
          ${group.items.map(frameworkItem)}
        </ul>`,
  )}
  ${sourceLine(list.source)}
`;

const frameworkItem = (item: FrameworkItem): Html =>
  html`<li id="${item.id}">
    <p><strong>${item.title}.</strong> ${item.plain}</p>
    ${item.tension && html`<p>${t('What pulls against it: {tension}', { tension: item.tension })}</p>`}
    ${item.evidence && details(t('The evidence for and against'), evidenceList(item.evidence))}
    ${seeAlso(item.links ?? [])}
  </li>`;

const reviewList = (reviews: readonly Review[]): Html => html`
  <h2 id="reviews">${t('The reviews and studies named here')}</h2>
  <ul class="items">
    ${reviews.map(
      (review) =>
        html`<li id="${review.id}">
          <p>
            <strong>${review.title}.</strong>
            ${review.by}${review.year !== undefined && html`, ${review.year}`}. ${review.plain}
            ${review.outsideEducation && t('It is from outside education.')}
          </p>
          ${sourceLine(review.source)}
        </li>`,
    )}
  </ul>
`;

const seeAlso = (ids: readonly string[]): Html | null => {
  const links = crossLinks(ids);
  if (links.length === 0) return null;
  return html`<p class="meta">
    ${t('See also:')}
    ${links.map(({ title, href }, index) => html`${index > 0 && ', '}<a href="${href}">${title}</a>`)}
  </p>`;
};
