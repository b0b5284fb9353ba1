-- A visit that partners plan in their agreement is an observation like any other: it has an item, stands among both
-- people's observations and in their calendars once, and can be written up. `plan_id` stays as the row of the
-- agreement's text that it stands for, so that a text that is amended finds it again.

-- What each plan becomes: the observation that was opened from it and stands (or was called off as the plan was), else
-- one that takes over the plan's own id.
alter table agreement_observation add column becomes uuid;
update agreement_observation b set becomes = coalesce((
  select r.id from observation r join item i on i.owner_id = r.owner_id and i.id = r.id
  where r.owner_id = b.owner_id and r.circle_id = b.agreement_id and r.observed_id = b.observed_id and r.plan_id = b.id
    and r.declined_at is null and (r.called_off_at is null or b.called_off_at is not null)
    and (i.ended_at is null or r.done_at is not null)
  order by r.called_off_at is not null, r.done_at nulls last, r.created_at, r.id limit 1), b.id);
update observation o set plan_id = null
where o.plan_id is not null and not exists (select 1 from agreement_observation b
  where b.owner_id = o.owner_id and b.id = o.plan_id and b.becomes = o.id);

-- Where both had agreed already to another day or to what took place, that counts. A day that nobody has said yes to
-- gives way to the one that both signed.
update observation o set accepted_at = b.created_at, on_date = b.on_date, starts_at = b.starts_at, place = b.place,
  done_at = b.done_at, version = o.version + 1
from agreement_observation b
where b.owner_id = o.owner_id and b.becomes = o.id and b.id = o.plan_id and o.accepted_at is null;
update observation o set called_off_at = b.called_off_at
from agreement_observation b
where b.owner_id = o.owner_id and b.becomes = o.id and b.id = o.plan_id
  and o.called_off_at is null and o.done_at is null and b.called_off_at is not null;

-- The others: the observed teacher is the author, the observer is whom it is shared with.
insert into audience (owner_id, id, key, created_at)
select b.owner_id, min(b.id::text)::uuid, 'person:' || b.observer_id || ' edit', min(b.created_at)
from agreement_observation b where b.becomes = b.id
group by b.owner_id, b.observer_id
on conflict (owner_id, key) do nothing;
insert into audience_grant (owner_id, audience_id, principal, ability)
select distinct u.owner_id, u.id, 'person:' || b.observer_id, 'edit'
from agreement_observation b
join audience u on u.owner_id = b.owner_id and u.key = 'person:' || b.observer_id || ' edit'
where b.becomes = b.id
on conflict do nothing;
insert into item (owner_id, id, kind, purpose, author_id, circle_id, audience_id, excludes_managers, created_at)
select b.owner_id, b.id, 'observation', 'learning', b.observed_id, b.agreement_id, u.id, true, b.created_at
from agreement_observation b
join audience u on u.owner_id = b.owner_id and u.key = 'person:' || b.observer_id || ' edit'
where b.becomes = b.id;
-- In a partnership that was closed nothing stood in calendars: what was to come counts as called off when it closed,
-- and comes back when it is opened again.
insert into observation (owner_id, id, circle_id, plan_id, kind, observed_id, observer_id, proposed_by, on_date, starts_at,
  minutes, place, pupils, focus, version, created_at, changed_at, accepted_at, called_off_at, done_at)
select b.owner_id, b.id, b.agreement_id, b.id, 'peer', b.observed_id, b.observer_id, b.observed_id, b.on_date, b.starts_at,
  60, b.place, '', '', 1, b.created_at, b.changed_at, b.created_at,
  coalesce(b.called_off_at, case when b.done_at is null and b.on_date >= (a.closed_at at time zone 'UTC')::date
    then a.closed_at end),
  b.done_at
from agreement_observation b join agreement a on a.owner_id = b.owner_id and a.id = b.agreement_id
where b.becomes = b.id;

-- What was begun on the form that opened a plan goes on in the form that arranges the observation.
update draft d set key = 'observation:' || b.becomes || ':arrange'
from agreement_observation b
where d.organisation_id = b.owner_id and d.key = 'observation:of-' || b.id
  and not exists (select 1 from draft e where e.owner_id = d.owner_id and e.organisation_id = d.organisation_id
    and e.key = 'observation:' || b.becomes || ':arrange');

-- Reminders are those of the observation now. They are written by the program, which is told of each that is to come.
delete from notice where kind = 'agreement.observation';
insert into outbox (owner_id, id, kind, body, created_at, due_at, attempts)
select b.owner_id, b.id, 'observation.planned',
  jsonb_build_object('itemId', b.becomes, 'circleId', b.agreement_id), b.changed_at, b.changed_at, 0
from agreement_observation b join agreement a on a.owner_id = b.owner_id and a.id = b.agreement_id
where b.done_at is null and b.called_off_at is null and a.closed_at is null;

alter table observation add constraint observation_plan unique (owner_id, circle_id, plan_id);
drop table agreement_observation;
