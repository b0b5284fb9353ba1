-- Peer assessments: in a later cycle partners tell one another, from evidence and in words, how far they have come.

create table peer_assessment (
  owner_id uuid not null,
  id uuid not null,
  circle_id uuid not null,
  writer_id uuid not null,
  subject_id uuid not null,
  -- part of the form → what was written
  texts jsonb not null,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- from when the partner it is about may read it
  sent_at timestamptz,
  -- what the partner says to it
  reply text not null,
  reply_version integer not null,
  primary key (owner_id, id),
  constraint peer_assessment_two check (writer_id <> subject_id)
);
create index peer_assessment_subject on peer_assessment (owner_id, subject_id);
create index peer_assessment_writer on peer_assessment (owner_id, writer_id);
