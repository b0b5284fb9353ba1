-- Starting points: what a teacher writes about where they start from. The owner is the person.

create table starting_points (
  owner_id uuid not null,
  id uuid not null,
  -- the school in which they were written, and the programme they are for, if any
  organisation_id uuid not null,
  programme_id uuid,
  title text not null,
  -- part of the form → what was written
  texts jsonb not null,
  copied_from uuid,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id)
);
create index starting_points_newest on starting_points (owner_id, updated_at);

-- Where those find them with whom they are shared. The owner is the organisation; the audience of the
-- item decides, this only says where to look. Filled by the relay.
create table starting_points_shared (
  owner_id uuid not null,
  principal text not null,
  starting_points_id uuid not null,
  person_id uuid not null,
  programme_id uuid,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, principal, starting_points_id)
);
create index starting_points_shared_of on starting_points_shared (owner_id, starting_points_id);

-- What was said when somebody talked with a teacher about their starting points. Written jointly, so in
-- the school's keeping; for these two people.
create table interview_notes (
  owner_id uuid not null,
  id uuid not null,
  teacher_id uuid not null,
  starting_points_id uuid not null,
  interviewer_id uuid not null,
  held_on date not null,
  -- part of the form → what was noted
  texts jsonb not null,
  -- the teacher's own words beside it
  reply text not null,
  -- counts every save; the other two say at which the notes and the reply were last saved
  version integer not null,
  texts_version integer not null,
  reply_version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint interview_notes_once unique (owner_id, starting_points_id, interviewer_id)
);
create index interview_notes_teacher on interview_notes (owner_id, teacher_id);
