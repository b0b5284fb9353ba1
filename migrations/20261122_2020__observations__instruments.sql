-- Instruments: what an observer writes with, chosen by the observed teacher, and what was recorded with them.
-- Everything here belongs to the observation, which is one item; nothing has an item of its own.

-- Which instrument the observed teacher chose, for whom, and how the tables stand.
create table observation_instrument (
  owner_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  -- the id of an instrument of the catalogue
  instrument text not null,
  -- [{"label": "Pupil A", "expected": "…"}]: pupils by words, and what the teacher expects of them
  pupils jsonb not null,
  -- {"rows": 4, "columns": 6, "names": {"1-1": "Pupil A"}}: the front row is 1; '{}' where nothing is drawn
  seats jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  -- the teacher took the choice back
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint observation_instrument_once unique (owner_id, observation_id),
  constraint observation_instrument_of foreign key (owner_id, observation_id) references observation (owner_id, id)
);

-- One thing that an observer recorded. Its id was made where it was recorded, so that it is there once.
create table observation_entry (
  owner_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  person_id uuid not null,
  -- the instrument it was recorded with, and the part of it: the choice may be another by now
  instrument text not null,
  part text not null,
  kind text not null,
  -- when it was recorded, and when it arrived
  at timestamptz not null,
  body jsonb not null,
  created_at timestamptz not null,
  -- its observer took it back
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint observation_entry_of foreign key (owner_id, observation_id) references observation (owner_id, id),
  constraint observation_entry_kind check (kind in ('prompts', 'pupil-notes', 'predicted-observed', 'tally', 'timeline',
    'seating-plan', 'listening-codes'))
);
create index observation_entry_at on observation_entry (owner_id, observation_id, at);

-- An observer says once that they have prepared for an instrument. It is theirs: the owner is the person.
create table observer_preparation (
  owner_id uuid not null,
  instrument text not null,
  prepared_at timestamptz not null,
  primary key (owner_id, instrument)
);

-- What the observed teacher's goal rests on: an entry ('entry:<id>') or the count of an event ('count:<part>:<event>').
create table observation_evidence (
  owner_id uuid not null,
  observation_id uuid not null,
  reference text not null,
  chosen_at timestamptz not null,
  primary key (owner_id, observation_id, reference),
  constraint observation_evidence_of foreign key (owner_id, observation_id) references observation (owner_id, id)
);

-- What the observed teacher began after it. The item is the teacher's own, and opened by its own rules.
create table observation_follow_up (
  owner_id uuid not null,
  observation_id uuid not null,
  item_id uuid not null,
  -- whom the item belongs to
  item_owner_id uuid not null,
  kind text not null,
  begun_at timestamptz not null,
  primary key (owner_id, observation_id, item_id),
  constraint observation_follow_up_of foreign key (owner_id, observation_id) references observation (owner_id, id),
  constraint observation_follow_up_kind check (kind in ('try-out', 'practice', 'coaching-cycle'))
);
