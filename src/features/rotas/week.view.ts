import { addDays } from '#platform/calendar/dates.ts';
import { formatDate, t, tn } from '#platform/i18n/i18n.ts';
import { quietActions } from '#ui/actions.ts';
import { empty } from '#ui/empty.ts';
import { html, type Html, type Value } from '#ui/html.ts';
import { addressOf } from '#ui/list.ts';
import {
  type Duty,
  dutyHref,
  dutyInWords,
  fairPath,
  type Filled,
  type Rota,
  rotaHref,
  sheetPath,
  swapHref,
  weekHref,
} from './rotas.ts';
import type { Swap } from './swap.queries.ts';

interface Week {
  monday: string;
  week: readonly Filled[];
  rotas: readonly Pick<Rota, 'id' | 'name' | 'place'>[];
  swaps: readonly Swap[];
  personId: string;
  today: string;
  makes: boolean;
}

/** One's own duties of the week, what is asked, everybody's by day, and the rotas themselves. */
export const weekView = (data: Week): Html =>
  data.rotas.length === 0 && data.week.length === 0
    ? empty({
        says: data.makes
          ? t(
              'There is no rota yet. Begin one: the gate before school, break, lunch, who brings the assembly.',
            )
          : t('There is no rota yet. Those who run the school begin one.'),
      })
    : html`${mine(data)} ${asked(data)} ${everybody(data)} ${theRotas(data)}
      ${quietActions([
        { label: t('The week before'), href: weekHref(addDays(data.monday, -7)), icon: 'back' },
        { label: t('The week after'), href: weekHref(addDays(data.monday, 7)), icon: 'next' },
        {
          label: t('A sheet for the wall'),
          href: addressOf(sheetPath, { week: data.monday }),
          icon: 'print',
        },
        { label: t('Duties this term'), href: fairPath, icon: 'clock' },
      ])}`;

const mine = ({ week, personId, today }: Week): Html => {
  const own = week.flatMap((need) =>
    need.duties
      .filter((duty) => duty.personId === personId || duty.usualId === personId)
      .map((duty) => ({ need, duty })),
  );
  return html`<h2>${t('Mine this week')}</h2>
    ${
      own.length === 0
        ? html`<p>${t('You have no duty in this week.')}</p>`
        : html`<ul class="items">
            ${own.map(({ need, duty }) => html`<li>${ownLine(need, duty, personId, today)}</li>`)}
          </ul>`
    }`;
};

const ownLine = (need: Filled, duty: Duty, personId: string, today: string): Html =>
  html`<bdi>${dutyInWords(need)}</bdi
    >${need.place !== '' && html` <span class="meta"><bdi>${need.place}</bdi></span>`}
    ${
      duty.personId !== personId
        ? html`<span class="meta">${t('{name} takes it', { name: duty.person })}</span>`
        : duty.usualId !== personId &&
          html`<span class="meta">${t('for {name}', { name: duty.usual })}</span>`
    }
    ${
      need.on >= today &&
      (duty.swapId !== null
        ? html`<a class="rota-press" href="${swapHref(duty.swapId)}">${t('What was asked')}</a>`
        : duty.usualId === personId &&
          html`<a class="rota-press" href="${dutyHref(duty.standId, duty.on)}"
            >${t('Ask somebody to take it')}<span class="hidden">: ${dutyInWords(need)}</span></a
          >`)
    }`;

/** What waits for this person's yes or no, and for those who make rotas what waits for theirs. */
const asked = ({ swaps, personId, makes }: Week): Value => {
  const open = swaps.filter(
    ({ takenBy, askedBy, askedId, usualId, not }) =>
      takenBy === null &&
      askedBy !== personId &&
      usualId !== personId &&
      (askedId === null || askedId === personId) &&
      !not.includes(personId),
  );
  const toAgree = makes ? swaps.filter(({ takenBy, agreed }) => takenBy !== null && !agreed) : [];
  if (open.length + toAgree.length === 0) return null;
  return html`<h2>${t('Can you take it?')}</h2>
    <ul class="items">
      ${open.map(
        (swap) =>
          html`<li>
            <a class="rota-press" href="${swapHref(swap.id)}"><bdi>${dutyInWords(swap)}</bdi></a>
            <span class="meta"
              >${swap.askedId === null ? t('{name} asks all', { name: swap.usual }) : t('{name} asks you', { name: swap.usual })}</span
            >
          </li> `,
      )}
      ${toAgree.map(
        (swap) =>
          html`<li>
            <a class="rota-press" href="${swapHref(swap.id)}"><bdi>${dutyInWords(swap)}</bdi></a>
            <span class="meta"
              >${t('{taker} takes it for {name}, if you agree', { taker: swap.taker ?? '', name: swap.usual })}</span
            >
          </li> `,
      )}
    </ul>`;
};

const everybody = ({ week, makes, today }: Week): Html => {
  const days = Map.groupBy(week, ({ on }) => on);
  return html`<h2>${t('Everybody')}</h2>
    ${
      days.size === 0
        ? html`<p>${t('No duty falls into this week.')}</p>`
        : [...days.entries()].map(
            ([day, needs]) =>
              html`<h3>${formatDate(day, 'weekday')}</h3>
                <ul class="items dense">
                  ${needs.map((need) => html`<li>${line(need, makes && need.on >= today)}</li>`)}
                </ul>`,
          )
    }`;
};

const line = (need: Filled, opens: boolean): Html =>
  html`<span class="rota-time">${t('{from} to {until}', { from: need.from, until: need.until })}</span>
    <bdi>${need.name}</bdi>${need.place !== '' && html`, <bdi>${need.place}</bdi>`}:
    ${need.duties.map((duty, n) => html`<span class="rota-name">${opens ? html`<a class="rota-press" href="${duty.swapId === null ? dutyHref(duty.standId, duty.on) : swapHref(duty.swapId)}"><bdi>${duty.person}</bdi><span class="hidden">, ${dutyInWords(need)}</span></a>` : html`<bdi>${duty.person}</bdi>`}${n < need.duties.length - 1 && ','}</span> `)}
    ${need.duties.length < need.needed && html`<span class="meta">${tn(need.needed - need.duties.length, 'one place is open', '{n} places are open')}</span>`}`;

const theRotas = ({ rotas }: Week): Value =>
  rotas.length > 0 &&
  html`<h2>${t('The rotas')}</h2>
    <ul class="items dense">
      ${rotas.map(
        ({ id, name, place }) =>
          html`<li>
            <a class="rota-press" href="${rotaHref(id)}"><bdi>${name}</bdi></a
            >${place !== '' && html` <span class="meta"><bdi>${place}</bdi></span>`}
          </li> `,
      )}
    </ul>`;
