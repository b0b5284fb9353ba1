-- What happens at a programme's steps: who came, what was used, what was noted, practised, promised and asked.

-- How a person stood at a step: 'here', 'online', 'later' (caught up afterwards) or 'not-here'.
-- What it was before a correction stands in the events of the step.
create table attendance (
  owner_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  state text not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  primary key (owner_id, step_id, person_id),
  constraint attendance_step foreign key (owner_id, step_id) references programme_step (owner_id, id),
  constraint attendance_state check (state in ('here', 'online', 'later', 'not-here'))
);

-- Somebody said beforehand that they cannot come.
create table step_apology (
  owner_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  reason text not null,
  said_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, step_id, person_id),
  constraint step_apology_step foreign key (owner_id, step_id) references programme_step (owner_id, id)
);

-- A link, or a file that hangs on the item of the same id.
create table step_material (
  owner_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  title text not null,
  url text,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint step_material_step foreign key (owner_id, step_id) references programme_step (owner_id, id)
);
create index step_material_of on step_material (owner_id, step_id);

-- What is noted at a step, section by section: 'notes' of a session, or the parts of a meeting's agenda.
-- The item of a step's minutes has the step's id.
create table step_minutes (
  owner_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  section text not null,
  text text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint step_minutes_section unique (owner_id, step_id, section),
  constraint step_minutes_step foreign key (owner_id, step_id) references programme_step (owner_id, id)
);

-- What somebody promised at a meeting to try, and what they said later came of it.
create table commitment (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  trying text not null,
  pupils text not null,
  due_on date not null,
  version integer not null,
  made_at timestamptz not null,
  ended_at timestamptz,
  -- 'tried', 'partly' or 'not-yet'; null until they say
  outcome text,
  report text not null,
  reported_step_id uuid,
  reported_at timestamptz,
  primary key (owner_id, id),
  constraint commitment_step foreign key (owner_id, step_id) references programme_step (owner_id, id),
  constraint commitment_outcome check (outcome in ('tried', 'partly', 'not-yet'))
);
create index commitment_of on commitment (owner_id, programme_id, person_id);

create table programme_exercise (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  -- its place in the order and its word in addresses; never given twice
  number integer not null,
  title text not null,
  prompt text not null,
  minutes integer not null,
  -- a required one opens the next
  required boolean not null,
  step_id uuid,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint programme_exercise_number unique (owner_id, programme_id, number),
  constraint programme_exercise_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);

-- That a person has done an exercise. What they noticed is theirs, in exercise_note; filled by the relay.
create table exercise_done (
  owner_id uuid not null,
  exercise_id uuid not null,
  person_id uuid not null,
  done_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, exercise_id, person_id),
  constraint exercise_done_exercise foreign key (owner_id, exercise_id) references programme_exercise (owner_id, id)
);

create table exercise_exemption (
  owner_id uuid not null,
  exercise_id uuid not null,
  person_id uuid not null,
  ground text not null,
  reason text not null,
  granted_by uuid not null,
  granted_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, exercise_id, person_id),
  constraint exercise_exemption_exercise foreign key (owner_id, exercise_id) references programme_exercise (owner_id, id),
  constraint exercise_exemption_ground check (ground in ('prior-knowledge', 'adjustment', 'absence'))
);

-- What a person noticed at an exercise. The owner is the person.
create table exercise_note (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  exercise_id uuid not null,
  title text not null,
  noticed text not null,
  done_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint exercise_note_once unique (owner_id, exercise_id)
);

-- What a person thinks about a step. The owner is the person.
create table reflection (
  owner_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  programme_id uuid not null,
  step_id uuid not null,
  title text not null,
  text text not null,
  version integer not null,
  shared_with text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (owner_id, id),
  constraint reflection_once unique (owner_id, step_id)
);

-- Where those find a reflection with whom it is shared. The owner is the organisation; the audience of the
-- item decides, this only says where to look. Filled by the relay.
create table reflection_shared (
  owner_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  principal text not null,
  reflection_id uuid not null,
  shared_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, step_id, person_id, principal)
);

-- A question to the specialist of a programme, between sessions.
create table question (
  owner_id uuid not null,
  id uuid not null,
  programme_id uuid not null,
  asker_id uuid not null,
  -- 'group': everybody taking part reads it; 'specialist': the specialist alone
  audience text not null,
  title text not null,
  text text not null,
  asked_at timestamptz not null,
  -- since when the specialist owes an answer; null when they do not
  waiting_since timestamptz,
  -- the last thing said in it
  moved_at timestamptz not null,
  primary key (owner_id, id),
  constraint question_programme foreign key (owner_id, programme_id) references programme (owner_id, id),
  constraint question_audience check (audience in ('group', 'specialist'))
);
create index question_of on question (owner_id, programme_id, moved_at);

create table question_reply (
  owner_id uuid not null,
  id uuid not null,
  question_id uuid not null,
  author_id uuid not null,
  text text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint question_reply_question foreign key (owner_id, question_id) references question (owner_id, id)
);
create index question_reply_of on question_reply (owner_id, question_id, created_at);
