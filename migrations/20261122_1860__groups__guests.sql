-- Groups: people let in for one stage, people asked for from outside, and what was said with an answer.

-- What was said to somebody who asked to be let in.
alter table group_invitation add column said text not null default '';

-- Somebody let in for one stage of one cycle until a day: they read and write at that stage's steps, and nowhere else.
create table stage_guest (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  person_id uuid not null,
  stage text not null,
  cycle integer not null,
  until_on date not null,
  let_in_by uuid not null,
  let_in_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint stage_guest_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);
create index stage_guest_of on stage_guest (owner_id, programme_id, person_id);
create index stage_guest_person on stage_guest (owner_id, person_id) where ended_at is null;

-- Somebody outside the school whom a group would like to ask; those who look after people answer.
create table group_guest_request (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  given_name text not null,
  family_name text not null,
  address text not null,
  comes_from text not null,
  part text not null,
  words text not null,
  by_id uuid not null,
  asked_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  primary key (owner_id, id),
  constraint group_guest_request_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint group_guest_request_answer check (answer in ('yes', 'no', 'withdrawn'))
);
create index group_guest_request_of on group_guest_request (owner_id, programme_id);
