-- The address by which a class comes to its own door; unique in the world, so that a child types a few letters.
create table class_door (
  code text not null primary key,
  owner_id uuid not null,
  unit_id uuid not null,
  made_at timestamptz not null
);
create index class_door_unit on class_door (owner_id, unit_id);

-- A pupil who does not read yet comes in by a row of pictures.
create table picture_card (
  owner_id uuid not null,
  person_id uuid not null,
  -- argon2id, of the row as words
  row_hash text not null,
  -- wrong rows since that moment, right ones between or not; too many, and a grown-up has to let in again
  wrong integer not null,
  wrong_since timestamptz not null,
  made_by uuid not null,
  made_at timestamptz not null,
  primary key (owner_id, person_id)
);

-- A session that is not carried on by being used: until the end of a school day.
alter table session add column until timestamptz;
