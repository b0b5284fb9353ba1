-- Appraisal: the other side of the wall. Nothing made for learning is named by any column here.

-- What a teacher is appraised on, in their own words.
create table appraisal_target (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- the school year, as people call it
  year text not null,
  wording text not null,
  looks_like text not null,
  version integer not null,
  written_at timestamptz not null,
  -- the version each of the two agreed to last
  person_agreed integer,
  person_agreed_at timestamptz,
  manager_agreed integer,
  manager_agreed_at timestamptz,
  manager_id uuid,
  primary key (owner_id, id)
);
create index appraisal_target_person on appraisal_target (owner_id, person_id);

-- A formal observation: that it is to be, and that it was. It has no grade and no notes.
create table formal_observation (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  observer_id uuid not null,
  on_date date not null,
  starts_at text,
  minutes integer not null,
  place text not null,
  focus text not null,
  version integer not null,
  -- who chose this day: the other of the two is asked
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  -- the teacher does not wait for the term's coaching; shown to the teacher alone
  released_at timestamptz,
  confirmed_at timestamptz,
  called_off_at timestamptz,
  done_at timestamptz,
  changed_at timestamptz not null,
  primary key (owner_id, id),
  constraint formal_observation_two check (person_id <> observer_id)
);
create index formal_observation_person on formal_observation (owner_id, person_id, on_date);
create index formal_observation_observer on formal_observation (owner_id, observer_id, on_date);

-- What a school decides about appraisal.
create table appraisal_setting (
  owner_id uuid not null,
  -- a formal observation is asked for after the term's coaching
  coaching_first boolean not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id)
);
