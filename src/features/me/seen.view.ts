import { formatDate, formatTime, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { filters, pager } from '#ui/list.ts';
import { didWith } from './did-with.ts';
import type { Named } from './own-kinds.ts';
import type { SeenRow } from './seen.queries.ts';

interface Seen {
  rows: SeenRow[];
  total: number;
  page: number;
  pages: number;
  kind: string;
  /** What each kind of item is called. */
  nouns: ReadonlyMap<string, string>;
  /** What the things that were opened are called, by their id; some kinds have no name. */
  names: ReadonlyMap<string, Named>;
}

export function seenView({ rows, total, page, pages, kind, nouns, names }: Seen): Html {
  if (total === 0 && !kind)
    return empty({
      says: t('Nobody has opened anything of yours. When somebody does, it stands here: who, what and when.'),
    });
  const noun = (key: string): string => t(nouns.get(key) ?? key.replaceAll('-', ' '));
  const did = (row: SeenRow): Html =>
    html`${didWith(row.manner, noun(row.kind))}${which(names.get(row.itemId))}`;
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
    <p>
      ${t('Whoever comes back to the same page within half an hour is written down once, with the time at which they first opened it. Each copy they took and each opening by law has a line of its own.')}
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
                  <strong dir="auto">${row.reader}</strong> ${did(row)}
                </li>`,
            )}
          </ul>
        </section>`,
    )}
    ${pager({ page, pages, path: '/me/seen', query: { kind } })}`;
}

const which = (named: Named | undefined): Value =>
  named && html`: <a href="${named.href}">${named.title}</a>, ${named.day}`;

function byDay(rows: readonly SeenRow[]): [string, SeenRow[]][] {
  const days = new Map<string, SeenRow[]>();
  for (const row of rows) {
    const day = formatDate(row.at, 'weekday');
    days.set(day, [...(days.get(day) ?? []), row]);
  }
  return [...days];
}
