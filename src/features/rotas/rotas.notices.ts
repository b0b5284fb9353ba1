import { sql } from 'kysely';
import type { NoticeInFull } from '#platform/http/feature.ts';
import { formatDate, t } from '#platform/i18n/i18n.ts';
import { readsSwap } from './rotas.access.ts';

/** A colleague asks this one to take a duty. */
export const askedNotice = 'rotas.asked';
/** Somebody takes one's duty. */
export const takenNotice = 'rotas.taken';
/** Whoever was asked cannot, or cannot after all. */
export const cannotNotice = 'rotas.cannot';
/** Those who make rotas put one on a duty for a day. */
export const putNotice = 'rotas.put';
/** What one had taken is not needed any more. */
export const letGoNotice = 'rotas.let-go';
/** For those who make rotas: a swap waits for their yes. */
export const leaveNotice = 'rotas.leave';

export const rotaNotices = {
  [askedNotice]: () => t('A colleague asks whether you can take a duty'),
  [takenNotice]: () => t('Somebody takes your duty'),
  [cannotNotice]: () => t('A duty of yours is not taken'),
  [putNotice]: () => t('You are on duty instead of a colleague'),
  [letGoNotice]: () => t('You need not take a duty after all'),
  [leaveNotice]: () => t('A swap waits for your yes'),
} satisfies Record<string, () => string>;

interface Facts {
  duty: string;
  on: string;
  from: string;
  usual: string;
  taker: string | null;
}

const facts: NoticeInFull['facts'] = (alias, who) =>
  // The notice itself may stand under `w`.
  sql`(select json_build_object('duty', r.name, 'on', sw.on_date, 'from', to_char(s.starts_at, 'HH24:MI'),
      'usual', u.name, 'taker', k.name)
    from rota_swap sw join rota_stand t on t.owner_id = ${who.organisationId} and t.id = sw.stand_id
    join rota_slot s on s.owner_id = ${who.organisationId} and s.id = t.slot_id
    join rota r on r.owner_id = ${who.organisationId} and r.id = s.rota_id
    join person u on u.id = t.person_id left join person k on k.id = sw.taken_by
    where sw.owner_id = ${who.organisationId} and sw.id = ${sql.ref(`${alias}.item_id`)} and ${readsSwap(who, 'sw')})`;

const inFull = (
  says: (words: Record<'duty' | 'day' | 'time' | 'usual' | 'taker', string>) => string,
): NoticeInFull => ({
  readsByItself: true,
  namesPeople: true,
  facts,
  says: ({ duty, on, from, usual, taker }: Facts) =>
    says({ duty, day: formatDate(on, 'weekday'), time: from, usual, taker: taker ?? '' }),
});

/** On Today, where nobody but its reader sees it, it says which duty and who; letters do not. */
export const rotaNoticesInFull: Record<string, NoticeInFull> = {
  [askedNotice]: inFull((words) => t('{usual} asks: can you take {duty} on {day} at {time}?', words)),
  [takenNotice]: inFull((words) => t('{taker} takes {duty} on {day} for {usual}', words)),
  [cannotNotice]: inFull((words) => t('{duty} on {day} at {time} is not taken yet', words)),
  [putNotice]: inFull((words) => t('Take {duty} on {day} at {time} for {usual}', words)),
  [letGoNotice]: inFull((words) => t('You need not take {duty} on {day} at {time} after all', words)),
  [leaveNotice]: inFull((words) => t('{taker} takes {duty} on {day} for {usual}, if you agree', words)),
};
