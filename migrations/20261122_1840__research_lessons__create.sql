-- Research lessons: one teaches, others note what chosen pupils do, and the group sets it beside what it predicted.

-- The lesson of a step. Its item has an id of its own: that of the step's notes has the step's.
create table research_lesson (
  owner_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  programme_id uuid not null,
  teacher_ids uuid[] not null,
  observer_ids uuid[] not null,
  version integer not null,
  planned_by uuid not null,
  planned_at timestamptz not null,
  created_at timestamptz not null,
  -- from when the observers read one another's notes
  held_at timestamptz,
  held_by uuid,
  -- stays when that is taken back: from here on what was predicted may have been written beside what was seen
  first_held_at timestamptz,
  primary key (owner_id, id),
  constraint research_lesson_step unique (owner_id, step_id),
  constraint research_lesson_of foreign key (owner_id, step_id) references programme_step (owner_id, id)
);
create index research_lesson_programme on research_lesson (owner_id, programme_id);

-- A part of the lesson that predictions and notes name: the opening, a task, the end.
create table lesson_moment (
  owner_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  position integer not null,
  title text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint lesson_moment_of foreign key (owner_id, lesson_id) references research_lesson (owner_id, id)
);
create index lesson_moment_lesson on lesson_moment (owner_id, lesson_id);

-- A pupil whom the observers watch, by a label of the group's.
create table focus_pupil (
  owner_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  position integer not null,
  label text not null,
  -- of all that is predicted of this pupil
  predicted_version integer not null,
  -- what the group makes of it after the lesson: one of three, its own words, both or neither
  compared text,
  compared_words text not null,
  compared_version integer not null,
  compared_by uuid,
  compared_at timestamptz,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint focus_pupil_of foreign key (owner_id, lesson_id) references research_lesson (owner_id, id),
  constraint focus_pupil_compared check (compared in ('as-expected', 'surprised', 'not-seen'))
);
create index focus_pupil_lesson on focus_pupil (owner_id, lesson_id);

-- What the group expects of a pupil at a moment, and who wrote it down last.
create table predicted_response (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  moment_id uuid not null,
  text text not null,
  predicted_by uuid not null,
  predicted_at timestamptz not null,
  primary key (owner_id, id),
  constraint predicted_response_once unique (owner_id, pupil_id, moment_id),
  constraint predicted_response_pupil foreign key (owner_id, pupil_id) references focus_pupil (owner_id, id),
  constraint predicted_response_moment foreign key (owner_id, moment_id) references lesson_moment (owner_id, id)
);

-- What an observer saw. Nobody edits another's. The id is made where it was written, so that it arrives once.
create table observer_note (
  owner_id uuid not null,
  id uuid not null,
  lesson_id uuid not null,
  -- nobody in particular, or no moment in particular, when null
  pupil_id uuid,
  moment_id uuid,
  author_id uuid not null,
  text text not null,
  noted_at timestamptz not null,
  arrived_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint observer_note_of foreign key (owner_id, lesson_id) references research_lesson (owner_id, id),
  constraint observer_note_pupil foreign key (owner_id, pupil_id) references focus_pupil (owner_id, id),
  constraint observer_note_moment foreign key (owner_id, moment_id) references lesson_moment (owner_id, id)
);
create index observer_note_lesson on observer_note (owner_id, lesson_id, noted_at);
create index observer_note_author on observer_note (owner_id, author_id);
