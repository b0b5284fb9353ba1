import { formatDate, formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import type { SeenRow } from './seen.queries.ts';

interface Seen {
  rows: SeenRow[];
  total: number;
  page: number;
  pages: number;
  kind: string;
  /** What each kind of item is called. */
  nouns: ReadonlyMap<string, string>;
}

const mannerInWords = (manner: string): string =>
  ({
    page: t('opened'),
    export: t('took in a sheet'),
    file: t('opened a file of'),
    feed: t('had in a calendar'),
    change: t('worked on'),
    override: t('opened, as the law allows two people together,'),
  })[manner] ?? t('opened');

export function seenView({ rows, total, page, pages, kind, nouns }: Seen): Html {
  if (total === 0 && !kind)
    return empty({
      says: t('Nobody has opened anything of yours. When somebody does, it stands here: who, what and when.'),
    });
  const noun = (key: string): string => t(nouns.get(key) ?? key.replaceAll('-', ' '));
  return html` ${filters({ action: '/me/seen', values: { kind }, narrowed: kind !== '' }, (f) =>
      f.select({
        name: 'kind',
        label: t('What'),
        all: t('Everything'),
        options: [...nouns.keys()].map((key) => ({ value: key, label: noun(key) })),
      }),
    )}
    <p>
      ${tn(total, '{n} time', '{n} times')}.
      ${t('Answers about needs are read as a list, so they stand here once for each day on which they were read.')}
    </p>
    ${byDay(rows).map(
      ([day, those]) =>
        html`<section>
          <h2>${day}</h2>
          <ul class="items dense">
            ${those.map(
              (row) =>
                html`<li>
                  ${formatTime(row.at)}:
                  <strong dir="auto">${row.reader}</strong> ${mannerInWords(row.manner)}
                  ${t('your {noun}', { noun: noun(row.kind) })}
                </li>`,
            )}
          </ul>
        </section>`,
    )}
    ${pager({ page, pages, path: '/me/seen', query: { kind } })}`;
}

function byDay(rows: readonly SeenRow[]): [string, SeenRow[]][] {
  const days = new Map<string, SeenRow[]>();
  for (const row of rows) {
    const day = formatDate(row.at, 'weekday');
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
}
