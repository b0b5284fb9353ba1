-- The timetable of a school, by the day from which it holds: nothing that was true in September is written over.

-- One version. In force on a day is the published one that has begun last.
create table timetable (
  owner_id uuid not null,
  id uuid not null,
  name text not null,
  -- how many weeks the cycle has
  weeks integer not null,
  starts_on date not null,
  ends_on date,
  -- which week the first school week of it is; weeks without a school day are not counted
  first_week text not null,
  -- null while it is a draft
  published_at timestamptz,
  version integer not null,
  made_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint timetable_weeks check (weeks in (1, 2)),
  constraint timetable_first_week check (first_week in ('A', 'B')),
  constraint timetable_order check (ends_on is null or starts_on <= ends_on)
);
create index timetable_begins on timetable (owner_id, starts_on);

-- A stretch of a school day. Days may differ.
create table period (
  owner_id uuid not null,
  id uuid not null,
  timetable_id uuid not null,
  weekday text not null,
  position integer not null,
  name text not null,
  kind text not null,
  starts_at time not null,
  ends_at time not null,
  takes_register boolean not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint period_timetable foreign key (owner_id, timetable_id) references timetable (owner_id, id),
  constraint period_weekday check
    (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
  constraint period_kind check (kind in ('lesson', 'registration', 'break', 'other')),
  constraint period_times check (starts_at < ends_at)
);
create index period_of on period (owner_id, timetable_id, weekday, position);

-- What can be used by one at a time.
create table room (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  sort_name text not null,
  seats integer,
  note text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  -- the import that made it
  batch_id uuid,
  primary key (owner_id, id),
  constraint room_kind check (kind in ('room', 'equipment')),
  constraint room_seats check (seats is null or seats > 0)
);
create unique index room_named on room (owner_id, kind, sort_name) where ended_at is null;

create table timetabled_lesson (
  owner_id uuid not null,
  id uuid not null,
  timetable_id uuid not null,
  period_id uuid not null,
  week text not null,
  -- the class
  unit_id uuid not null,
  subject text not null,
  room_id uuid,
  version integer not null,
  -- what was read from a list at one go, so that it can be taken back at one go
  batch_id uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by_batch uuid,
  primary key (owner_id, id),
  constraint timetabled_lesson_timetable foreign key (owner_id, timetable_id) references timetable (owner_id, id),
  constraint timetabled_lesson_period foreign key (owner_id, period_id) references period (owner_id, id),
  constraint timetabled_lesson_unit foreign key (owner_id, unit_id) references unit (owner_id, id),
  constraint timetabled_lesson_room foreign key (owner_id, room_id) references room (owner_id, id),
  constraint timetabled_lesson_week check (week in ('both', 'A', 'B'))
);
create index timetabled_lesson_of on timetabled_lesson (owner_id, timetable_id, period_id) where ended_at is null;
create index timetabled_lesson_unit on timetabled_lesson (owner_id, unit_id) where ended_at is null;
create index timetabled_lesson_room on timetabled_lesson (owner_id, room_id) where ended_at is null;
create index timetabled_lesson_batch on timetabled_lesson (owner_id, batch_id) where batch_id is not null;
create index timetabled_lesson_ended_by on timetabled_lesson (owner_id, ended_by_batch) where ended_by_batch is not null;

create table timetabled_teacher (
  owner_id uuid not null,
  lesson_id uuid not null,
  person_id uuid not null,
  part text not null,
  primary key (owner_id, lesson_id, person_id),
  constraint timetabled_teacher_lesson foreign key (owner_id, lesson_id) references timetabled_lesson (owner_id, id),
  constraint timetabled_teacher_part check (part in ('teacher', 'support'))
);
create index timetabled_teacher_person on timetabled_teacher (owner_id, person_id);
