import { sql } from 'kysely';
import { composed, type Given, list } from '#platform/access/composed.ts';
import { current } from '#platform/access/current.ts';
import { page } from '#platform/http/route.ts';
import { formatList, t, tn } from '#platform/i18n/i18n.ts';
import { empty } from '#ui/empty.ts';
import { html, type Value } from '#ui/html.ts';
import { pager } from '#ui/list.ts';
import { table } from '#ui/table.ts';
import { type Kind, kindInWords } from '#features/coaching/index.ts';
import { belowCaseload, careAudience, carePath, careRoles, careTabs } from './care.ts';
import { pairingsOf } from './caseload.queries.ts';
import { perPage } from './per-page.ts';

interface Supporter {
  personId: string;
  name: string;
  /** What they offer just now; empty where they are not asked. */
  kinds: Kind[];
  /** With how many they would work; null where they have offered nothing. */
  places: number | null;
  going: number;
  asked: number;
  overdue: number;
  total: number;
}

const selectSupporters = composed((who, given: Given<{ today: string; limit: number; offset: number }>) => {
  const owner = who.organisationId;
  return {
    supporters: list<Supporter>(sql`
        select s.*, (count(*) over ())::integer as total from (
          select m.person_id as "personId", n.name, m.sort_name, case when o.open then o.kinds else '{}' end as kinds, o.places,
            (count(*) filter (where p.state = 'goes-on'))::integer as going,
            (count(*) filter (where p.state = 'asked'))::integer as asked,
            (count(*) filter (where p.overdue))::integer as overdue
          from member m join person n on n.id = m.person_id
          left join coaching_offer o on o.owner_id = m.owner_id and o.person_id = m.person_id
          left join pairing_person x on x.owner_id = m.owner_id and x.person_id = m.person_id
            and x.part <> 'learner' and x.answer is distinct from 'no' and x.left_at is null
          left join (${pairingsOf(who, given.today)}) p on p.id = x.pairing_id and p.state <> 'ended'
          where m.owner_id = ${owner} and ${current('m', given.today)}
          group by m.person_id, n.name, m.sort_name, o.open, o.kinds, o.places
          having count(p.id) > 0 or bool_or(o.open)) s
        order by s.going desc, s.sort_name, s."personId"
        limit ${given.limit}::integer offset ${given.offset}::integer`),
  };
});

/** Who mentors and coaches, with how many, and who has a place free. */
export const coachesPage = page(`${carePath}/coaches`, {
  purpose: 'administration',
  access: careRoles,
  async load(visit) {
    const number = visit.pageNumber;
    const { supporters } = await selectSupporters(visit.db, visit.who, {
      today: visit.today,
      limit: perPage,
      offset: (number - 1) * perPage,
    });
    return { number, supporters };
  },
  view({ number, supporters }) {
    const total = supporters[0]?.total ?? 0;
    return {
      title: t('Mentors and coaches'),
      audience: careAudience(),
      trail: belowCaseload(),
      body: html`${careTabs('coaches')}
        <p class="count">${tn(total, 'One person', '{n} people')}</p>
        ${table({
          caption: t('Those who support somebody, or offer to'),
          columns: [
            { label: t('Who') },
            { label: t('Pairings'), numeric: true },
            { label: t('Places free') },
            { label: t('Offers') },
            { label: t('Waits') },
          ],
          rows: supporters.map(row),
          empty: empty({
            says: t(
              'Nobody mentors or coaches yet, and nobody has offered to. Whoever is ready says so under Mentoring and coaching.',
            ),
          }),
        })}
        ${pager({ page: number, pages: Math.ceil(total / perPage), path: `${carePath}/coaches` })}`,
    };
  },
});

const row = (one: Supporter): Value[] => [
  html`<a href="${carePath}?coach=${one.personId}">${one.name}</a>`,
  String(one.going),
  freePlaces(one),
  formatList(one.kinds.map(kindInWords)),
  [
    one.asked > 0 && tn(one.asked, 'one question', '{n} questions'),
    one.overdue > 0 && tn(one.overdue, 'one with nothing booked', '{n} with nothing booked'),
  ]
    .filter(Boolean)
    .join('; '),
];

/** A question that waits for an answer holds a place, as where somebody is proposed. */
function freePlaces({ places, kinds, going, asked }: Supporter): string {
  if (places === null || kinds.length === 0) return t('Offers none just now');
  const free = places - going - asked;
  return free > 0
    ? tn(free, 'One of {all}', '{n} of {all}', { all: places })
    : t('None of {all}', { all: places });
}
