-- Observations: somebody watches a lesson for what pupils do, at the observed teacher's wish.
-- The item's author is the observed teacher, who decides who reads it.

create table observation (
  owner_id uuid not null,
  id uuid not null,
  -- the partnership or the programme in which it was agreed, and the planned observation it carries out
  circle_id uuid not null,
  plan_id uuid,
  kind text not null,
  observed_id uuid not null,
  observer_id uuid not null,
  proposed_by uuid not null,
  on_date date not null,
  starts_at text,
  minutes integer not null,
  place text not null,
  pupils text not null,
  -- what the observed teacher asks the observer to look for
  focus text not null,
  version integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  accepted_at timestamptz,
  declined_at timestamptz,
  called_off_at timestamptz,
  done_at timestamptz,
  primary key (owner_id, id),
  constraint observation_kind check (kind in ('peer', 'specialist')),
  constraint observation_two check (observed_id <> observer_id)
);
create index observation_observed on observation (owner_id, observed_id, on_date);
create index observation_observer on observation (owner_id, observer_id, on_date);

-- What each of the two writes, each for themselves. Nobody edits another's.
create table observation_text (
  owner_id uuid not null,
  id uuid not null,
  observation_id uuid not null,
  person_id uuid not null,
  -- predicted: what the observed teacher expects of pupils; noticed: what they saw themselves;
  -- notes: the observer's; feedback: the specialist's; plan: what the observed teacher makes of it
  part text not null,
  texts jsonb not null,
  version integer not null,
  updated_at timestamptz not null,
  -- from when the other may read it
  ready_at timestamptz,
  primary key (owner_id, id),
  constraint observation_text_once unique (owner_id, observation_id, part),
  constraint observation_text_of foreign key (owner_id, observation_id) references observation (owner_id, id),
  constraint observation_text_part check (part in ('predicted', 'noticed', 'notes', 'feedback', 'plan'))
);
