import { sql } from 'kysely';
import { t } from '#platform/i18n/i18n.ts';
import { peerAssessmentPolicy } from '#features/peer-assessments/index.ts';
import { ownReflections, reflectionPolicy } from '#features/sessions/index.ts';
import { startingPointsPolicy } from '#features/starting-points/index.ts';
import type { EvidenceList } from './evidence-list.ts';

/** What partners wrote to one about how far one has come. What one wrote of them belongs to them. */
export const assessmentsOfMe: EvidenceList = {
  sort: 'peer-assessments',
  heading: () => t('What a partner wrote to you'),
  select: (who) => sql`select a.id, (a.sent_at at time zone g.time_zone)::date as day,
      json_build_object('writer', p.name) as facts
    from peer_assessment a join item i on i.owner_id = a.owner_id and i.id = a.id
    join organisation g on g.id = a.owner_id join person p on p.id = a.writer_id
    where a.owner_id = ${who.organisationId} and a.subject_id = ${who.personId} and a.sent_at is not null
      and i.ended_at is null and ${who.sees('i', peerAssessmentPolicy)}`,
  title: ({ writer }: { writer: string }) => t('About you, by {name}', { name: writer }),
  href: (_, id) => `/peer-assessments/${id}`,
  all: ({ standing }) =>
    standing.kind === 'staff'
      ? { label: t('How far we have come'), href: '/my-learning/peer-assessments', icon: 'pupils' }
      : undefined,
};

export const ownStartingPoints: EvidenceList = {
  sort: 'starting-points',
  heading: () => t('Your starting points'),
  select: (who) => sql`select s.id, (s.updated_at at time zone g.time_zone)::date as day,
      json_build_object('ownerId', s.owner_id, 'title', s.title) as facts
    from starting_points s join item i on i.owner_id = s.owner_id and i.id = s.id
    join organisation g on g.id = s.organisation_id
    where s.owner_id = ${who.personId} and i.ended_at is null and ${who.sees('i', startingPointsPolicy, 'change')}`,
  title: ({ title }: { title: string }) => title,
  href: ({ ownerId }: { ownerId: string }, id) => `/starting-points/${ownerId}/${id}`,
  all: ({ standing }) =>
    standing.kind === 'staff'
      ? { label: t('Where I start from'), href: '/my-learning/starting-points', icon: 'edit' }
      : undefined,
};

/** What one wrote for oneself at the steps of programmes and groups of this school. */
export const ownNotes: EvidenceList = {
  sort: 'own-notes',
  heading: () => t('Your notes on sessions'),
  select: (who) => sql`select r.id, (r.updated_at at time zone g.time_zone)::date as day,
      ${ownReflections.facts('i', [who.organisationId])} as facts
    from reflection r join item i on i.owner_id = r.owner_id and i.id = r.id
    join organisation g on g.id = r.organisation_id
    where r.owner_id = ${who.personId} and r.organisation_id = ${who.organisationId} and i.ended_at is null
      and ${who.sees('i', reflectionPolicy, 'write')}`,
  title: ownReflections.title,
  href: (facts, id) => ownReflections.href(facts, { ownerId: '', id }),
  all: () => undefined,
};
