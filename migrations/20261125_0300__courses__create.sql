-- One kind of course, for modules of staff and for classes of pupils: sections of activities that learners work through.
create table course (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  -- Markdown
  about text not null,
  subject text not null,
  year_key text not null,
  -- whom it is for
  sort text not null,
  -- the class whose pupils are in it, followed by the day; null for courses of staff
  unit_id uuid,
  -- every member of staff may take part, not only those who are named
  is_open boolean not null,
  starts_on date,
  ends_on date,
  -- new courses are begun from it, and nobody learns in it
  is_template boolean not null,
  copied_from uuid,
  -- what it was brought in from, and what of that was left: {name, left: [{what, kind, why}], tooLarge: [name]}
  brought jsonb,
  published_at timestamptz,
  closed_at timestamptz,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table course add constraint course_sort check (sort in ('staff', 'pupils'));
create index course_unit on course (owner_id, unit_id) where unit_id is not null;
create index course_copies on course (owner_id, copied_from) where copied_from is not null;

create table course_section (
  owner_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  position integer not null,
  title text not null,
  about text not null,
  -- learners see what is in it from that day on
  opens_on date,
  version integer not null,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table course_section add constraint course_section_course foreign key (owner_id, course_id) references course (owner_id, id);
create index course_section_order on course_section (owner_id, course_id, position);

create table course_activity (
  owner_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  section_id uuid not null,
  position integer not null,
  -- one of src/features/courses/kinds
  kind text not null,
  title text not null,
  -- as its kind reads them
  settings jsonb not null,
  minutes integer,
  due_on date,
  -- what one does first
  requires_id uuid,
  version integer not null,
  ended_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table course_activity add constraint course_activity_section
  foreign key (owner_id, section_id) references course_section (owner_id, id);
create index course_activity_order on course_activity (owner_id, course_id, section_id, position);

-- What one person did with an activity: done, tried in earnest, and what shows it. Never a share of a whole.
create table course_progress (
  owner_id uuid not null,
  -- by which the versions of its words are kept
  id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  done_at timestamptz,
  tried_at timestamptz,
  evidence text not null,
  evidenced_at timestamptz,
  version integer not null,
  changed_at timestamptz not null,
  primary key (owner_id, activity_id, person_id)
);
create index course_progress_course on course_progress (owner_id, course_id, person_id);

create table course_post (
  owner_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  reply_to uuid,
  words text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- who took it back, or out
  ended_by uuid,
  primary key (owner_id, id)
);
create index course_post_order on course_post (owner_id, activity_id, created_at);

create table course_answer (
  owner_id uuid not null,
  activity_id uuid not null,
  person_id uuid not null,
  course_id uuid not null,
  -- by the place of the question
  answers jsonb not null,
  answered_at timestamptz not null,
  primary key (owner_id, activity_id, person_id)
);

-- Who leads a course, and who learns in one of staff that is not open to all. A class's pupils are asked of the class.
create table course_person (
  owner_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  part text not null,
  added_at timestamptz not null,
  primary key (owner_id, course_id, person_id)
);
alter table course_person add constraint course_person_part check (part in ('leader', 'learner'));
