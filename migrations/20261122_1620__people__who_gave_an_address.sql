-- A work address belongs to the organisation that gave it, and counts only while its holder is there.

alter table person_email add column organisation_id uuid references organisation (id);
comment on column person_email.organisation_id is 'Who gave a work address; null for a personal one.';

-- An address was given with the first membership; joining another organisation later brought none.
update person_email e set organisation_id = (
  select a.organisation_id from affiliation a where a.owner_id = e.person_id
  order by a.created_at, a.organisation_id limit 1)
where e.kind = 'work';
