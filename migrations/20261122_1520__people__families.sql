-- Families added by hand: what a grown-up is to a child, and a quick way from a child to its family.

-- In the family's own words: "mother", "grandfather", "foster carer". An import seldom says.
alter table family_relation add column relationship text;
create index family_relation_pupil on family_relation (owner_id, pupil_id);
