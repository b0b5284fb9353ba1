import { formatList, t } from '#platform/i18n/i18n.ts';
import { details } from '#ui/details.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import {
  crossLinks,
  evidenceList,
  factsOf,
  type Finding,
  type FindingGroup,
  type LinkReading,
  sourceLine,
} from '#features/evidence/index.ts';
import type { DesignReading } from './check-design.ts';
import { placeFor } from './design-places.ts';
import type { OpenedProgramme } from './open-programme.ts';
import type { Programme } from './programme.queries.ts';
import { programmeTabs } from './programme-tabs.view.ts';

export const groupWords: Record<FindingGroup, { title: () => string; none: () => string }> = {
  missing: {
    title: () => t('What we did not find'),
    none: () => t('Nothing that we look for is missing from the plan.'),
  },
  risk: {
    title: () => t('What may get in the way'),
    none: () => t('We noticed nothing that often gets in the way.'),
  },
  keep: {
    title: () => t('Worth keeping'),
    none: () => t('Nothing stands out yet. It will as the plan grows.'),
  },
};

export const checkView = (opened: OpenedProgramme, { findings, links }: DesignReading): Html => html`
  ${programmeTabs(opened, 'check')}
  <p>
    ${t('This is advice drawn from published evidence. It is not a score, and it decides nothing: you know your school. A plan that has all of it may still not help, and one that lacks some may.')}
  </p>
  ${(['missing', 'risk', 'keep'] as const).map(
    (group) =>
      html`<h2 id="${group}">${groupWords[group].title()}</h2>
        ${
          findings[group].length === 0
            ? html`<p>${groupWords[group].none()}</p>`
            : html`<div class="findings">
                ${findings[group].map((finding) => findingCard(opened.programme, finding))}
              </div>`
        }`,
  )}
  <h2 id="links">${t('The seven links, as the plan stands')}</h2>
  <p>
    ${t('Programmes linked with benefit for pupils and teachers usually had these. None was tested alone.')}
  </p>
  <dl class="definitions">${links.map(linkLine)}</dl>
`;

const findingCard = (programme: Programme, { check, group, about }: Finding): Html => {
  const place = placeFor(programme, factsOf(check.when));
  const links = crossLinks(check.links);
  return html`<article class="card" id="${check.id}">
    <h3>${check.title}</h3>
    <div class="body">
      ${about.length > 0 && html`<p>${t('Taken out: {names}.', { names: formatList(about) })}</p>`}
      <p>${check.why}</p>
      <p>${check.suggestion}</p>
      ${details(t('The evidence for and against'), html`${evidenceList(check.evidence)} ${sourceLine(check.source)}`)}
    </div>
    <div class="actions">
      ${group !== 'keep' && html`<a href="${place.href}">${place.label}</a>`}
      ${links.map(({ title, href }) => html`<a href="${href}">${title}</a>`)}
    </div>
  </article>`;
};

const linkLine = ({ link, words }: LinkReading): Html =>
  html`<div>
    <dt><a href="/evidence/checklists#${link.id}">${link.title}</a></dt>
    <dd>${words}</dd>
  </div>`;

/** The same in a few lines, for beside the button that publishes. */
export const checkInShort = (programme: Pick<Programme, 'slug'>, { findings }: DesignReading): Html =>
  html`${(['missing', 'risk'] as const).map((group) =>
    findings[group].length === 0
      ? nothing
      : html`<h3>${groupWords[group].title()}</h3>
          <ul>
            ${findings[group].map(
              ({ check }) =>
                html`<li><a href="/programmes/${programme.slug}/check#${check.id}">${check.title}</a></li>`,
            )}
          </ul>`,
  )}`;
