import { t, tn } from '#platform/i18n/i18n.ts';
import { card } from '#ui/card.ts';
import { definitionList } from '#ui/definition-list.ts';
import { details } from '#ui/details.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { label } from '#ui/label.ts';
import { countedList, filters } from '#ui/list.ts';
import type { LedgerFilter } from './browse-ledger.ts';
import type { LedgerEntry, LevelAccount } from './catalogue/ledger.schema.ts';
import { Strength } from './catalogue/ledger.schema.ts';
import { entryHref } from './cross-links.ts';
import { directionWords, sourceLine, strengthWords } from './evidence.view.ts';
import { catalogue } from './read-catalogue.ts';

export const ledgerView = ({
  filter,
  entries,
}: {
  filter: LedgerFilter;
  entries: readonly LedgerEntry[];
}): Html =>
  html`<p>
      ${t('What is known of ways to help teachers learn, on three levels. None of it guarantees anything at your school: every entry says what speaks for it, what speaks against it, and where to look it up.')}
    </p>
    ${catalogue().levels.map(levelAccount)} ${labelAccount()} ${narrowing(filter)}
    ${countedList({
      says: tn(entries.length, 'One entry', '{n} entries'),
      items: entries.map(entryCard),
      empty: empty({
        says: t('Nothing in the ledger is like that. Try fewer words.'),
        todo: { label: t('Show everything'), href: '/evidence' },
      }),
    })}`;

const levelAccount = (level: LevelAccount): Html =>
  details(
    t('{level}: {plain}', { level: level.title, plain: level.plain }),
    html`${definitionList([
      { term: t('When one may call it evidence-based'), says: level.bar },
      { term: t('Strengths of this level'), says: level.strengths },
      { term: t('Weaknesses of this level'), says: level.weaknesses },
    ])}
    ${sourceLine(level.source)}`,
  );

/** What the labels on evidence let one say, and what not. */
const labelAccount = (): Html =>
  details(
    t('What the labels mean'),
    definitionList(
      catalogue().claimLabels.strengths.map((strength) => ({
        term: strength.label,
        says: [
          strength.means,
          t('It lets one say: {what}', { what: strength.mayImply }),
          t('It does not let one say: {what}', { what: strength.mayNotImply }),
        ],
      })),
    ),
  );

const narrowing = (filter: LedgerFilter): Html =>
  filters(
    {
      action: '/evidence',
      values: { level: filter.level, strength: filter.strength, words: filter.words },
      narrowed: Boolean(filter.level || filter.strength || filter.words),
    },
    (f) => html`
      ${f.select({
        name: 'level',
        label: t('Level'),
        all: t('All three'),
        options: catalogue().levels.map(({ id, title }) => ({ value: id, label: title })),
      })}
      ${f.select({
        name: 'strength',
        label: t('Has evidence that is'),
        all: t('of any kind'),
        options: Strength.options.map((strength) => ({ value: strength, label: strengthWords(strength) })),
      })}
      ${f.search({ name: 'words', label: t('Words') })}
    `,
  );

const entryCard = (entry: LedgerEntry): Html =>
  card({
    title: entry.title,
    href: entryHref(entry.id),
    meta: html`${label(levelTitle(entry))} ${waysItPoints(entry)}`,
    body: html`<p>${entry.plain}</p>`,
  });

export const levelTitle = (entry: LedgerEntry): string =>
  catalogue().levels.find((level) => level.id === entry.level)?.title ?? entry.level;

/** "For, Against, No difference found": which ways the evidence points, without counting it. */
const waysItPoints = (entry: LedgerEntry): string =>
  t('Evidence: {ways}', {
    ways: [...new Set(entry.evidence.map((piece) => directionWords(piece.direction).toLowerCase()))].join(
      ', ',
    ),
  });
