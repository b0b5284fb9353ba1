-- Needs: what the school is working on is school_priority; here is what the staff say they need,
-- and what each need led to. An asking is an item, and so is each answer.

create table needs_asking (
  owner_id uuid not null,
  id uuid not null,
  -- the words in its address: /needs/autumn-2026
  slug text not null,
  title text not null,
  note text not null,
  closes_on date not null,
  closed_at timestamptz,
  -- when the people asked were let see the counts
  released_at timestamptz,
  reminded_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint needs_asking_slug unique (owner_id, slug)
);

create table needs_topic (
  owner_id uuid not null,
  id uuid not null,
  asking_id uuid not null,
  position integer not null,
  heading text not null,
  title text not null,
  -- the topic of the ready form that it came from
  catalogue_id text,
  primary key (owner_id, id),
  constraint needs_topic_asking foreign key (owner_id, asking_id) references needs_asking (owner_id, id)
);
create index needs_topic_order on needs_topic (owner_id, asking_id, position);

-- The units whose staff are asked; none: all staff.
create table needs_asked_unit (
  owner_id uuid not null,
  asking_id uuid not null,
  unit_id uuid not null,
  primary key (owner_id, asking_id, unit_id),
  constraint needs_asked_unit_asking foreign key (owner_id, asking_id) references needs_asking (owner_id, id)
);

-- The priorities of the school that were current when it was asked.
create table needs_asking_priority (
  owner_id uuid not null,
  asking_id uuid not null,
  priority_id uuid not null,
  primary key (owner_id, asking_id, priority_id),
  constraint needs_asking_priority_asking foreign key (owner_id, asking_id) references needs_asking (owner_id, id),
  constraint needs_asking_priority_priority foreign key (owner_id, priority_id) references school_priority (owner_id, id)
);

create table needs_answer (
  owner_id uuid not null,
  id uuid not null,
  asking_id uuid not null,
  person_id uuid not null,
  -- part of the form → what was chosen and what was written
  said jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint needs_answer_once unique (owner_id, asking_id, person_id),
  constraint needs_answer_asking foreign key (owner_id, asking_id) references needs_asking (owner_id, id)
);
create index needs_answer_person on needs_answer (owner_id, person_id);

-- One need, as one person named it: a topic, their own words, or both.
create table need (
  owner_id uuid not null,
  id uuid not null,
  asking_id uuid not null,
  answer_id uuid not null,
  person_id uuid not null,
  side text not null,
  place integer not null,
  topic_id uuid,
  words text not null,
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint need_place unique (owner_id, answer_id, side, place),
  constraint need_answer foreign key (owner_id, answer_id) references needs_answer (owner_id, id),
  constraint need_topic foreign key (owner_id, topic_id) references needs_topic (owner_id, id),
  constraint need_side check (side in ('most', 'least'))
);
create index need_asking on need (owner_id, asking_id, side, topic_id);

-- The visible line from a need to what the school works on and what is offered.
create table need_link (
  owner_id uuid not null,
  need_id uuid not null,
  -- met for this person alone, without a priority of the school
  individual boolean not null,
  priority_id uuid,
  programme_id uuid,
  linked_by uuid not null,
  linked_at timestamptz not null,
  primary key (owner_id, need_id),
  constraint need_link_need foreign key (owner_id, need_id) references need (owner_id, id),
  constraint need_link_priority foreign key (owner_id, priority_id) references school_priority (owner_id, id)
);

-- Whom a mail about an asking has gone to, so that none goes twice.
create table needs_told (
  owner_id uuid not null,
  asking_id uuid not null,
  person_id uuid not null,
  kind text not null,
  at timestamptz not null,
  primary key (owner_id, asking_id, person_id, kind),
  constraint needs_told_asking foreign key (owner_id, asking_id) references needs_asking (owner_id, id),
  constraint needs_told_kind check (kind in ('asked', 'reminded'))
);
