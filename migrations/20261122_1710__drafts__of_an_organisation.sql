-- What somebody begins to write in one school, and the files that wait with it, come up in that school alone.

alter table draft add column organisation_id uuid;
alter table held_upload add column organisation_id uuid;

-- What was there belongs to the school of the item whose id it names; otherwise to the one its person was in, as
-- their session says that was seen last of those begun before; otherwise to the school of its person: of several
-- the one they have not left and joined first. Whoever has none keeps it under their own id; it goes into what
-- they take away.
update draft d set organisation_id = coalesce((
  select i.owner_id from affiliation a
  join item i on i.owner_id = a.organisation_id
    and i.id = substring(d.key from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')::uuid
  where a.owner_id = d.owner_id limit 1), (
  select s.organisation_id from session s
  join affiliation a on a.owner_id = d.owner_id and a.organisation_id = s.organisation_id
  where s.person_id = d.owner_id and s.created_at <= d.saved_at
  order by s.seen_at desc, s.id limit 1), (
  select a.organisation_id from affiliation a where a.owner_id = d.owner_id
  order by (a.ended_at is null) desc, a.created_at, a.organisation_id limit 1), d.owner_id);
update held_upload h set organisation_id = coalesce((
  select i.owner_id from affiliation a
  join item i on i.owner_id = a.organisation_id
    and i.id = substring(h.form from '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}')::uuid
  where a.owner_id = h.owner_id limit 1), (
  select s.organisation_id from session s
  join affiliation a on a.owner_id = h.owner_id and a.organisation_id = s.organisation_id
  where s.person_id = h.owner_id and s.created_at <= h.held_at
  order by s.seen_at desc, s.id limit 1), (
  select a.organisation_id from affiliation a where a.owner_id = h.owner_id
  order by (a.ended_at is null) desc, a.created_at, a.organisation_id limit 1), h.owner_id);

alter table draft alter column organisation_id set not null;
alter table held_upload alter column organisation_id set not null;
alter table draft drop constraint draft_pkey;
alter table draft add constraint draft_pkey primary key (owner_id, organisation_id, key);
