-- What is broken at the school and what is done about it. The id of a report is that of its item, which all staff read.
create table repair (
  owner_id uuid not null,
  -- that of its item
  id uuid not null,
  -- what is broken, in a line
  title text not null,
  -- more of it, may be empty
  text text not null,
  -- one of the school's rooms or pieces of equipment, or the place in words
  room_id uuid,
  place text not null,
  state text not null,
  -- who looks after it; nobody yet
  looked_after_by uuid,
  version integer not null,
  created_at timestamptz not null,
  -- when its state last moved
  moved_at timestamptz not null,
  primary key (owner_id, id),
  constraint repair_state check (state in ('reported', 'looked-at', 'being-mended', 'mended', 'will-not-be')),
  constraint repair_room foreign key (owner_id, room_id) references room (owner_id, id)
);
create index repair_by_age on repair (owner_id, created_at, id);
create index repair_by_room on repair (owner_id, room_id) where room_id is not null;

-- Each step that was taken, with the action in words. One that was taken by mistake is ended.
create table repair_step (
  owner_id uuid not null,
  id uuid not null,
  repair_id uuid not null,
  -- what it was before, so that the step can be taken back
  state_before text not null,
  looked_after_by_before uuid,
  state text not null,
  looked_after_by uuid,
  action text not null,
  taken_by uuid not null,
  taken_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint repair_step_repair foreign key (owner_id, repair_id) references repair (owner_id, id)
);
create index repair_step_of on repair_step (owner_id, repair_id, id);

-- Who has the same trouble, so that nobody reports it twice.
create table repair_me_too (
  owner_id uuid not null,
  repair_id uuid not null,
  person_id uuid not null,
  said_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, repair_id, person_id),
  constraint repair_me_too_repair foreign key (owner_id, repair_id) references repair (owner_id, id)
);
create index repair_me_too_person on repair_me_too (owner_id, person_id);
