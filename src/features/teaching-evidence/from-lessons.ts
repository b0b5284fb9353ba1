import { sql } from 'kysely';
import { t } from '#platform/i18n/i18n.ts';
import { observationHref, observationPolicy } from '#features/observations/index.ts';
import { recordingPolicy } from '#features/recordings/index.ts';
import { tryOutHref, tryOutPolicy, tryOutTitle } from '#features/try-outs/index.ts';
import type { EvidenceList } from './evidence-list.ts';

/** Lessons of one's own that somebody came to watch. What one watched of others belongs to them. */
export const observationsOfMe: EvidenceList = {
  sort: 'observations',
  heading: () => t('Observations of your lessons'),
  select: (who) => sql`select o.id, o.on_date as day, json_build_object('observer', p.name) as facts
    from observation o join item i on i.owner_id = o.owner_id and i.id = o.id join person p on p.id = o.observer_id
    where o.owner_id = ${who.organisationId} and o.observed_id = ${who.personId} and o.done_at is not null
      and i.ended_at is null and ${who.sees('i', observationPolicy, 'decide')}`,
  title: ({ observer }: { observer: string }) => t('{name} observed you', { name: observer }),
  href: (_, id) => observationHref({ id }),
  all: () => ({ label: t('My observations'), href: '/my-learning/observations', icon: 'peer' }),
};

/** Recordings one made of one's own lessons and still has. */
export const ownRecordings: EvidenceList = {
  sort: 'recordings',
  heading: () => t('Recordings of your lessons'),
  select: (who) => sql`select r.id, r.filmed_on as day, json_build_object('title', r.title) as facts
    from recording r join item i on i.owner_id = r.owner_id and i.id = r.id
    where r.owner_id = ${who.organisationId} and i.author_id = ${who.personId} and r.erased_at is null
      and i.ended_at is null and ${who.sees('i', recordingPolicy, 'decide')}`,
  title: ({ title }: { title: string }) => title,
  href: (_, id) => `/recordings/${id}`,
  all: () => ({ label: t('My recordings'), href: '/recordings', icon: 'practice' }),
};

interface TryOutFacts {
  ownerId: string;
  technique: string;
  tried: string;
}

export const ownTryOuts: EvidenceList = {
  sort: 'try-outs',
  heading: () => t('What you tried'),
  select: (
    who,
  ) => sql`select o.id, o.on_date as day, json_build_object('ownerId', o.owner_id, 'technique', o.technique,
      'tried', o.texts ->> 'tried') as facts
    from try_out o join item i on i.owner_id = o.owner_id and i.id = o.id
    where o.owner_id = ${who.personId} and i.ended_at is null and ${who.sees('i', tryOutPolicy, 'write')}`,
  title: (facts: TryOutFacts) => tryOutTitle(facts),
  href: ({ ownerId }: TryOutFacts, id) => tryOutHref({ ownerId, id }),
  all: ({ standing }) =>
    standing.kind === 'staff'
      ? { label: t('My try-outs'), href: '/my-learning/try-outs', icon: 'practice' }
      : undefined,
};

/** Photographs and files of what pupils made, kept with one's try-outs; the link leads to the try-out. */
export const pupilsWork: EvidenceList = {
  sort: 'pupils-work',
  heading: () => t('Pupils’ work you kept with them'),
  select: (who) => sql`select f.id, o.on_date as day, json_build_object('ownerId', o.owner_id, 'tryOut', o.id,
      'name', f.name) as facts
    from try_out o join item i on i.owner_id = o.owner_id and i.id = o.id
    join file f on f.owner_id = o.owner_id and f.item_id = o.id
    where o.owner_id = ${who.personId} and f.of_pupils and f.ended_at is null and i.ended_at is null
      and ${who.sees('i', tryOutPolicy, 'write')}`,
  title: ({ name }: { name: string }) => name,
  href: ({ ownerId, tryOut }: { ownerId: string; tryOut: string }) => tryOutHref({ ownerId, id: tryOut }),
  all: () => undefined,
};
