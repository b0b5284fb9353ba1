import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html } from '#ui/html.ts';
import { countedList } from '#ui/list.ts';
import { tryOutHref, tryOutTitle } from '#features/try-outs/index.ts';
import { practiceHref } from './addresses.ts';
import type { Practice } from './practice.ts';

/** Doing it in class: each is a try-out. Those with a routine kept can be looked at side by side. */
export const doingsView = (practice: Practice, acts: boolean): Html =>
  html`<h2 id="tried">${t('Try it in class')}</h2>
    ${countedList({
      says: tn(practice.doings.length, 'Tried once', 'Tried {n} times'),
      items: practice.doings.map(
        (doing) =>
          html`<a href="${tryOutHref({ ownerId: practice.ownerId, id: doing.id })}">${tryOutTitle(doing)}</a>
            <span class="meta">${formatDate(doing.onDate, 'weekday')}, ${doing.pupils}</span>`,
      ),
      empty: empty({
        says: acts
          ? t('Not logged yet. A few lines after the lesson: what you did, and what pupils did.')
          : t('Nothing that you may read.'),
      }),
    })}
    <p>
      <a href="${practiceHref(practice, 'experiments')}"
        >${t('Small experiments: one thing varied, side by side')}</a
      >
    </p>`;
