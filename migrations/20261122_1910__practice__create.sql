-- Practice: one small change in one's teaching, rehearsed, tried and met again until it goes by itself.

-- What a school adds to the library of techniques. Any member of staff may write and improve it.
create table technique (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  plain text not null,
  -- what one does, a line for each step
  steps text not null,
  -- why it might help, and what speaks against it or is not known
  why text not null,
  against text not null,
  not_for text not null,
  phases text[] not null,
  subjects text[] not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id)
);

-- Where one can see a technique done: in words, by a link, or in the files that hang on its item.
create table technique_example (
  owner_id uuid not null,
  id uuid not null,
  -- an entry of the catalogue or of the school's library
  technique text not null,
  words text not null,
  link text not null,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
create index technique_example_of on technique_example (owner_id, technique);

-- What a person practises. The owner is the person.
create table practice (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  -- an entry of the catalogue or of the school's library; null where it is in one's own words alone
  technique text,
  -- the action step of one's coaching that it began from
  step_id uuid,
  words text not null,
  where_used text not null,
  -- what good looks like
  model text not null,
  -- the old habit whose place it takes; '' where it takes none's
  replaces text not null,
  example_seen_at timestamptz,
  -- since when it goes by itself
  settled_at timestamptz,
  -- when its owner last did something with it
  touched_at timestamptz not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id)
);
create index practice_touched on practice (owner_id, touched_at);

-- Doing it without pupils first.
create table practice_rehearsal (
  owner_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  on_date date not null,
  how text not null,
  -- the coach or partner with whom
  with_id uuid,
  words text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint practice_rehearsal_of foreign key (owner_id, practice_id) references practice (owner_id, id),
  constraint practice_rehearsal_how check (how in ('alone', 'coach', 'partner'))
);
create index practice_rehearsal_practice on practice_rehearsal (owner_id, practice_id);

-- Looking at it again: at widening intervals, sooner where the old way came back.
create table practice_look (
  owner_id uuid not null,
  id uuid not null,
  practice_id uuid not null,
  number integer not null,
  due_on date not null,
  after_days integer not null,
  -- it went by itself already; this asks whether the old habit has come back
  relapse boolean not null,
  looked_at timestamptz,
  how text,
  note text not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint practice_look_number unique (owner_id, practice_id, number),
  constraint practice_look_of foreign key (owner_id, practice_id) references practice (owner_id, id),
  constraint practice_look_how check (how in ('by-itself', 'with-thought', 'forgot', 'slipped-back'))
);
create index practice_look_due on practice_look (owner_id, due_on) where looked_at is null and ended_at is null;

-- Where those find a practice with whom it is shared. The owner is the organisation; the audience of the item
-- decides, this only says where to look. Filled by the relay.
create table practice_shared (
  owner_id uuid not null,
  principal text not null,
  practice_id uuid not null,
  person_id uuid not null,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, principal, practice_id)
);
create index practice_shared_of on practice_shared (owner_id, practice_id);

-- What people say of themselves: "I could show this", "I would like to see this".
create table exchange_choice (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  technique text not null,
  side text not null,
  chosen_at timestamptz not null,
  primary key (owner_id, id),
  constraint exchange_choice_side check (side in ('show', 'see'))
);
create index exchange_choice_technique on exchange_choice (owner_id, technique, side);
create index exchange_choice_person on exchange_choice (owner_id, person_id);

-- One person asks another to show them something, or offers to.
create table exchange_ask (
  owner_id uuid not null,
  id uuid not null,
  technique text not null,
  from_id uuid not null,
  to_id uuid not null,
  -- what the asker would do: show it, or see it
  side text not null,
  words text not null,
  asked_at timestamptz not null,
  answer text,
  answer_words text not null,
  answered_at timestamptz,
  primary key (owner_id, id),
  constraint exchange_ask_side check (side in ('show', 'see')),
  constraint exchange_ask_answer check (answer in ('yes', 'no'))
);
create index exchange_ask_from on exchange_ask (owner_id, from_id);
create index exchange_ask_to on exchange_ask (owner_id, to_id);

-- What was tried in class of a practice is a try-out like any other.
alter table try_out add column practice_id uuid;
alter table try_out
  add constraint try_out_practice foreign key (owner_id, practice_id) references practice (owner_id, id);
create index try_out_of_practice on try_out (owner_id, practice_id);

-- "I forgot" is an honest answer too.
alter table try_out_revisit drop constraint try_out_revisit_how;
alter table try_out_revisit
  add constraint try_out_revisit_how check (how in ('by-itself', 'with-thought', 'forgot', 'slipped-back'));
