-- Groups: how people come together, and what they make of each cycle.

-- Somebody was asked into a group, or asked to be let in.
create table group_invitation (
  owner_id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  part text not null,
  -- 'invited' by somebody in the group, or 'asked' by the person
  way text not null,
  -- why just this person, or what they say when they ask
  words text not null,
  by_id uuid not null,
  at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (owner_id, programme_id, person_id),
  constraint group_invitation_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint group_invitation_way check (way in ('invited', 'asked')),
  constraint group_invitation_answer check (answer in ('yes', 'no', 'withdrawn'))
);
create index group_invitation_person on group_invitation (owner_id, person_id);

-- What a person said the group takes the place of, when they joined. Theirs.
create table group_replaces (
  owner_id uuid not null,
  programme_id uuid not null,
  organisation_id uuid not null,
  words text not null,
  written_at timestamptz not null,
  primary key (owner_id, programme_id)
);

-- One time through the protocol: the question it follows, and its report.
create table group_cycle (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  number integer not null,
  -- what the group wants to find out this time; the first is written when it starts
  question text not null,
  version integer not null,
  begun_by uuid not null,
  begun_at timestamptz not null,
  -- when the group gave its report to the school
  released_at timestamptz,
  released_by uuid,
  -- taken back before anything happened in it
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint group_cycle_number unique (owner_id, programme_id, number),
  constraint group_cycle_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);

-- The report of a cycle, part by part. The item is the cycle's.
create table cycle_report_part (
  owner_id uuid not null,
  id uuid not null,
  cycle_id uuid not null,
  part text not null,
  text text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint cycle_report_part_once unique (owner_id, cycle_id, part),
  constraint cycle_report_part_cycle foreign key (owner_id, cycle_id) references group_cycle (owner_id, id)
);

-- The theme that a school chose for a protocol and a year, such as lesson study on one question.
create table yearly_theme (
  owner_id uuid not null,
  id uuid not null,
  protocol text not null,
  title text not null,
  about text not null,
  starts_on date not null,
  ends_on date not null,
  version integer not null,
  set_by uuid not null,
  set_at timestamptz not null,
  primary key (owner_id, id),
  constraint yearly_theme_once unique (owner_id, protocol, starts_on),
  constraint yearly_theme_order check (starts_on <= ends_on)
);
