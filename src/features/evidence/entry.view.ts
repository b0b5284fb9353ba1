import { t } from '#platform/i18n/i18n.ts';
import { html, nothing, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import type { Direction, LedgerEntry } from './catalogue/ledger.schema.ts';
import { crossLinks } from './cross-links.ts';
import { evidenceList, sourceLine } from './evidence.view.ts';
import { levelTitle } from './ledger.view.ts';
import { catalogue } from './read-catalogue.ts';

export const entryView = (entry: LedgerEntry): Html => html`
  <p>${label(levelTitle(entry))}</p>
  <p>${entry.plain}</p>
  ${entry.whatItIsNot && html`<p>${entry.whatItIsNot}</p>`}
  ${pointing(entry, t('What speaks for it'), ['for'])}
  ${pointing(entry, t('What speaks against it'), ['against'])}
  ${pointing(entry, t('What points both ways'), ['mixed'])}
  ${pointing(entry, t('Studies that looked and found no difference'), ['null'])} ${bar(entry)}
  ${prerequisites(entry)} ${seeAlso(entry)}
  <h2>${t('Where this comes from')}</h2>
  ${sourceLine(entry.source)}
`;

function pointing(entry: LedgerEntry, heading: string, directions: readonly Direction[]): Html {
  const pieces = entry.evidence.filter((piece) => directions.includes(piece.direction));
  return pieces.length === 0
    ? nothing
    : html`<h2>${heading}</h2>
        ${evidenceList(pieces)}`;
}

function bar(entry: LedgerEntry): Html {
  const level = catalogue().levels.find(({ id }) => id === entry.level);
  const says: Record<LedgerEntry['meetsBar'], string> = {
    yes: t('The sources say it meets this bar.'),
    'not-yet': t('It does not meet this bar yet.'),
    no: t('It does not meet this bar.'),
    'not-known': t('The sources do not say whether it meets this bar.'),
  };
  return html`<h2>${t('The bar of its level')}</h2>
    <p>${level?.bar}</p>
    <p>${says[entry.meetsBar]} ${entry.meetsBarWhy}</p>`;
}

const prerequisites = (entry: LedgerEntry): Html =>
  entry.prerequisites.length === 0
    ? nothing
    : html`<h2>${t('What must be there first')}</h2>
        <ul class="items">
          ${entry.prerequisites.map((each) => {
            const [link] = each.id === undefined ? [] : crossLinks([each.id]);
            return html`<li>
              <p>${link ? html`<a href="${link.href}">${each.words}</a>` : each.words}</p>
              ${sourceLine(each.source)}
            </li>`;
          })}
        </ul>`;

const seeAlso = (entry: LedgerEntry): Html => {
  const links = crossLinks(entry.links);
  if (links.length === 0) return nothing;
  return html`<h2>${t('See also')}</h2>
    <ul>
      ${links.map(({ title, href }) => html`<li><a href="${href}">${title}</a></li>`)}
    </ul>`;
};
