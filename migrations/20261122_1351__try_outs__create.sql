-- Try-outs: what a teacher tried in class and how pupils responded. The owner is the person.

create table try_out (
  owner_id uuid not null,
  id uuid not null,
  -- the school in which it was tried, and the programme it belongs to, if any
  organisation_id uuid not null,
  programme_id uuid,
  on_date date not null,
  pupils text not null,
  -- part of the form → what was written
  texts jsonb not null,
  -- where the idea comes from: a session of a programme, an entry of the evidence ledger, or neither
  step_id uuid,
  evidence_id text,
  -- a name for what was tried, by which to meet it again
  technique text not null,
  minutes integer,
  -- of a small experiment: what was kept the same, and the one thing that was changed
  held_constant text not null,
  changed text not null,
  -- the meeting to which its author brings it
  meeting_id uuid,
  -- the place of an agreement in which it is filed as evidence
  place_id uuid,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id)
);
create index try_out_newest on try_out (owner_id, on_date);

-- When a technique is met again: at widening intervals, sooner where old habits came back.
create table try_out_revisit (
  owner_id uuid not null,
  id uuid not null,
  try_out_id uuid not null,
  number integer not null,
  due_on date not null,
  after_days integer not null,
  looked_at timestamptz,
  -- how it goes by now: by-itself, with-thought or slipped-back
  how text,
  note text not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint try_out_revisit_number unique (owner_id, try_out_id, number),
  constraint try_out_revisit_of foreign key (owner_id, try_out_id) references try_out (owner_id, id),
  constraint try_out_revisit_how check (how in ('by-itself', 'with-thought', 'slipped-back'))
);

-- Where those find them with whom they are shared. The owner is the organisation; the audience of the
-- item decides, this only says where to look. Filled by the relay.
create table try_out_shared (
  owner_id uuid not null,
  principal text not null,
  try_out_id uuid not null,
  person_id uuid not null,
  programme_id uuid,
  meeting_id uuid,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, principal, try_out_id)
);
create index try_out_shared_of on try_out_shared (owner_id, try_out_id);
create index try_out_shared_programme on try_out_shared (owner_id, programme_id);

-- What readers ask and answer. It is a conversation of several, so in the school's keeping.
create table try_out_comment (
  owner_id uuid not null,
  id uuid not null,
  try_out_id uuid not null,
  try_out_owner_id uuid not null,
  author_id uuid not null,
  words text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index try_out_comment_of on try_out_comment (owner_id, try_out_id, created_at);
