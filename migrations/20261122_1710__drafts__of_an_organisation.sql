-- What somebody begins to write in one school, and the files that wait with it, come up in that school alone.

alter table draft add column organisation_id uuid;
alter table held_upload add column organisation_id uuid;

-- What was there belongs to the school of its person: of several the one they have not left and joined first.
-- Whoever has none keeps it under their own id; it goes into what they take away.
update draft d set organisation_id = coalesce((
  select a.organisation_id from affiliation a where a.owner_id = d.owner_id
  order by (a.ended_at is null) desc, a.created_at, a.organisation_id limit 1), d.owner_id);
update held_upload h set organisation_id = coalesce((
  select a.organisation_id from affiliation a where a.owner_id = h.owner_id
  order by (a.ended_at is null) desc, a.created_at, a.organisation_id limit 1), h.owner_id);

alter table draft alter column organisation_id set not null;
alter table held_upload alter column organisation_id set not null;
alter table draft drop constraint draft_pkey;
alter table draft add constraint draft_pkey primary key (owner_id, organisation_id, key);
