import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { keepsCover } from './cover.access.ts';

/** Somebody is asked to take a class. */
export const askedNotice = 'cover.asked';
/** Whoever said that they will take it is not needed any more. */
export const letGoNotice = 'cover.let-go';
/** For those who keep cover: somebody is away, and classes are open. */
export const openNotice = 'cover.open';
/** For those who keep cover: somebody without classes is away. */
export const awayNotice = 'cover.away';

export const coverNotices = {
  [askedNotice]: () => t('You are asked to take a class'),
  [letGoNotice]: () => t('You need not take a class after all'),
  [openNotice]: () => t('A colleague is away, and classes are open'),
  [awayNotice]: () => t('A colleague is away'),
} satisfies Record<string, () => string>;

interface CoverFacts {
  unit: string;
  on: string;
  time: string;
}

const ofCover = (alias: string, who: Parameters<NoticeInFull['facts']>[1]) =>
  sql`(select json_build_object('unit', u.name, 'on', c.on_date, 'time', to_char(c.starts_at, 'HH24:MI'))
    from cover c join unit u on u.owner_id = ${who.organisationId} and u.id = c.unit_id
    where c.owner_id = ${who.organisationId} and c.id = ${sql.ref(`${alias}.item_id`)}
      and c.covered_by = ${who.personId})`;

const ofAbsence = (alias: string, who: Parameters<NoticeInFull['facts']>[1]) =>
  keepsCover(who)
    ? sql`(select json_build_object('name', p.name) from staff_absence a join person p on p.id = a.person_id
        where a.owner_id = ${who.organisationId} and a.id = ${sql.ref(`${alias}.item_id`)})`
    : sql`null::json`;

/** On Today, where nobody but its reader sees it, it says which class and who; letters do not. */
export const coverNoticesInFull: Record<string, NoticeInFull> = {
  [askedNotice]: {
    readsByItself: true,
    facts: ofCover,
    says: ({ unit, on, time }: CoverFacts) =>
      t('Take {unit} on {day} at {time}', { unit, day: formatDate(on, 'weekday'), time }),
  },
  [letGoNotice]: {
    readsByItself: true,
    facts: ofCover,
    says: ({ unit, on, time }: CoverFacts) =>
      t('You need not take {unit} on {day} at {time} after all', {
        unit,
        day: formatDate(on, 'weekday'),
        time,
      }),
  },
  [openNotice]: {
    readsByItself: true,
    namesPeople: true,
    facts: ofAbsence,
    says: ({ name }: { name: string }) => t('{name} is away, and classes are open', { name }),
  },
  [awayNotice]: {
    readsByItself: true,
    namesPeople: true,
    facts: ofAbsence,
    says: ({ name }: { name: string }) => t('{name} is away', { name }),
  },
};
