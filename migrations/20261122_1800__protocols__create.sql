-- Protocols: ways of learning together, as data. What runs is a programme, whichever protocol it was started from.

-- A protocol that a school writes for itself: what is being written, and the last version that was published.
create table protocol_template (
  owner_id uuid not null,
  id uuid not null,
  -- the name it goes by in addresses and in the programmes started from it; never one of the catalogue's
  protocol text not null,
  title text not null,
  draft jsonb not null,
  version integer not null,
  based_on text,
  based_on_version integer,
  published_version integer,
  created_at timestamptz not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint protocol_template_protocol unique (owner_id, protocol)
);

-- A protocol as it was when somebody started from it or published it. Never changed: a group stays on its version.
create table protocol_version (
  owner_id uuid not null,
  protocol text not null,
  version integer not null,
  body jsonb not null,
  kept_at timestamptz not null,
  primary key (owner_id, protocol, version)
);

-- Who started it: those who lead professional learning, for others; or members of staff, for themselves.
alter table programme add column sort text not null default 'programme';
alter table programme add constraint programme_sort check (sort in ('programme', 'group'));
-- A group that anybody may ask to join, or one that people are invited to.
alter table programme add column joining text not null default 'invited';
alter table programme add constraint programme_joining check (joining in ('open', 'invited'));
-- The years or ages a group works with, where it is about some.
alter table programme add column phase text;
-- The cycle that a group is in.
alter table programme add column cycle integer not null default 1;
create index programme_sorted on programme (owner_id, sort, starts_on);

-- The stage of the protocol that a step stands in, and when a group said that it was done.
alter table programme_step add column stage text;
alter table programme_step add column done_at timestamptz;
alter table programme_step add column done_by uuid;
