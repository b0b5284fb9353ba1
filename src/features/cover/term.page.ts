import { sql } from 'kysely';
import { composed, type Given, list, type List } from '#platform/access/composed.ts';
import { onlyYou } from '#platform/access/audience-words.ts';
import { members, page } from '#platform/http/route.ts';
import { formatDate, formatPercent, t, tn } from '#platform/i18n/i18n.ts';
import type { WorkingDay } from '#features/people/index.ts';
import { html, type Html } from '#ui/html.ts';
import { personName } from '#ui/person-name.ts';
import { table } from '#ui/table.ts';
import { keepersAudience, keepsCover } from './cover.access.ts';
import { askedHref, coverPath, personHref, termPath } from './cover.ts';
import { colleaguesList, termOf } from './day.lists.ts';
import { type KeptFree, keptFreeInWords, keptFreeList } from './kept-free.ts';
import { type Colleague, shareOfWeek } from './suggest.ts';

interface Own {
  id: string;
  on: string;
  startsAt: string;
  unit: string;
  name: string;
  startsOn: string;
}

const ask = composed((who, { today }: Given<{ today: string }>) => {
  const owner = who.organisationId;
  return {
    own: list<Own>(sql`select c.id, c.on_date as "on", to_char(c.starts_at, 'HH24:MI') as "startsAt", u.name as unit,
        n.name, t.starts_on as "startsOn"
      from cover c join ${termOf(owner, today)} t on c.on_date between t.starts_on and t.ends_on
      join unit u on u.owner_id = ${owner} and u.id = c.unit_id join person n on n.id = c.person_id
      where c.owner_id = ${owner} and c.covered_by = ${who.personId} and c.how = 'colleague' and c.ended_at is null
      order by c.on_date desc, c.starts_at desc limit 200`),
    keptFree: keptFreeList(owner, sql`k.person_id = ${who.personId}`),
    colleagues: keepsCover(who) ? colleaguesList(owner, today) : none<Colleague>(),
  };
});

const none = <Row>(): List<Row> => ({ select: sql`select 1 as n where false`, moments: [] });

/** How many classes one took for others this term; for those who keep cover, everybody's number, by name and in no other order. */
export const termPage = page(termPath, {
  purpose: 'administration',
  access: members('staff'),
  async load(visit) {
    return { ...(await ask(visit.db, visit.who, { today: visit.today })), keeps: keepsCover(visit.who) };
  },
  view: ({ own, keptFree, colleagues, keeps }) => ({
    title: t('Cover this term'),
    audience: keeps
      ? keepersAudience(
          t('They share cover out fairly. Each colleague sees their own number and nobody else’s.'),
        )
      : onlyYou(t('This is your own number. Those who keep cover see everybody’s, to share it out fairly.')),
    trail: [{ label: t('Cover'), href: coverPath }],
    body: html`${ownPart(own, keptFree)} ${keeps && everybody(colleagues)}`,
  }),
});

const ownPart = (own: readonly Own[], keptFree: readonly KeptFree[]): Html =>
  html`<p>
      ${own.length === 0 ? t('You took no class for others this term.') : tn(own.length, 'You took one class for others this term.', 'You took {n} classes for others this term.')}
    </p>
    ${
      own.length > 0 &&
      html`<ul class="items dense">
        ${own.map(({ id, on, startsAt, unit, name }) => html`<li><a href="${askedHref(id)}">${t('{unit}, {day}, {time}', { unit, day: formatDate(on, 'weekday'), time: startsAt })}</a> <span class="meta">${t('for {name}', { name })}</span></li> `)}
      </ul>`
    }
    ${keptFree.length > 0 && html`<p>${t('Nobody is suggested to ask you then: {times}.', { times: keptFree.map(keptFreeInWords).join('; ') })}</p>`}`;

/** Those who teach, and whoever covered something or is there for cover. */
const everybody = (colleagues: readonly Colleague[]): Html =>
  html`<h2>${t('Everybody')}</h2>
    ${table({
      caption: t(
        'Classes that colleagues took for others this term, by name. Suggestions weigh the number by the hours somebody works.',
      ),
      columns: [
        { label: t('Name') },
        { label: t('Classes this term'), numeric: true },
        { label: t('Share of a week'), numeric: true },
        { label: t('Is asked'), plain: true },
      ],
      rows: colleagues
        .filter(({ teaches, covered, asked }) => teaches !== null || covered > 0 || asked === 'first')
        .map(({ personId, name, covered, days, asked }) => [
          personName({ name, href: personHref(personId) }),
          String(covered),
          formatPercent(shareOfWeek(days as readonly WorkingDay[] | null)),
          askedInWords[asked](),
        ]),
      empty: t('Nobody teaches a class yet.'),
    })}`;

export const askedInWords: Readonly<Record<Colleague['asked'], () => string>> = {
  usual: () => t('as everybody'),
  first: () => t('first: is there for cover'),
  never: () => t('never'),
};
