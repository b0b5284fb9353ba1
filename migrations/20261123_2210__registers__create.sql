-- Who was there: the registers of each day, the marks in them, and every change of a mark.

-- The codes a school writes, each with what it means in a list of the catalogue. A school that never changed anything
-- has no rows until its first register is saved: it then gets those of its country's list.
create table attendance_code (
  owner_id uuid not null,
  id uuid not null,
  symbol text not null,
  name text not null,
  -- the list of the catalogue, and the symbol in it
  list text not null,
  national text not null,
  -- what that symbol counted as when the code was written, so that what was marked keeps its meaning
  category text not null,
  -- stands as a large target on every register
  usual boolean not null,
  position integer not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint attendance_code_category check
    (category in ('present', 'approved', 'authorised', 'unauthorised', 'unable', 'not-possible')),
  constraint attendance_code_symbol check (char_length(symbol) between 1 and 4)
);
create unique index attendance_code_once on attendance_code (owner_id, symbol) where ended_at is null;

-- A register hangs on the day, the class and the period, never on a lesson, which ends when a timetable is brought in.
create table register (
  owner_id uuid not null,
  id uuid not null,
  on_date date not null,
  unit_id uuid not null,
  -- 'am', 'pm', or the id of the period
  slot text not null,
  -- the statutory session it counts for; null for none
  session text,
  period_name text not null,
  starts_at time,
  ends_at time,
  subject text not null,
  -- null where it was taken by mistake and given back: it then has no marks
  taken_by uuid,
  taken_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint register_once unique (owner_id, on_date, unit_id, slot),
  constraint register_unit foreign key (owner_id, unit_id) references unit (owner_id, id),
  constraint register_session check (session is null or session in ('am', 'pm'))
);

create table register_mark (
  owner_id uuid not null,
  register_id uuid not null,
  pupil_id uuid not null,
  code_id uuid not null,
  -- how late
  minutes integer,
  note text not null,
  marked_by uuid not null,
  marked_at timestamptz not null,
  -- that of the register when this mark was written last
  version integer not null,
  primary key (owner_id, register_id, pupil_id),
  constraint register_mark_register foreign key (owner_id, register_id) references register (owner_id, id),
  constraint register_mark_code foreign key (owner_id, code_id) references attendance_code (owner_id, id),
  constraint register_mark_minutes check (minutes is null or minutes between 1 and 600)
);
create index register_mark_pupil on register_mark (owner_id, pupil_id);

-- Each time a register was saved, under an id that the form brought: what is sent twice is saved once.
create table register_save (
  owner_id uuid not null,
  register_id uuid not null,
  version integer not null,
  save_id uuid not null,
  -- whether it was taken by this, corrected, or given back
  did text not null,
  saved_by uuid not null,
  saved_at timestamptz not null,
  primary key (owner_id, register_id, version),
  constraint register_save_did check (did in ('took', 'corrected', 'gave-back')),
  constraint register_save_once unique (owner_id, save_id),
  constraint register_save_register foreign key (owner_id, register_id) references register (owner_id, id)
);

-- What a mark was before it was changed, and after. Null codes: there was none, or it was taken away.
create table register_mark_change (
  owner_id uuid not null,
  id uuid not null,
  register_id uuid not null,
  pupil_id uuid not null,
  was_code_id uuid,
  was_minutes integer,
  was_note text not null,
  code_id uuid,
  minutes integer,
  note text not null,
  reason text not null,
  -- the version of the register that this change made
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id, id),
  constraint register_mark_change_register foreign key (owner_id, register_id) references register (owner_id, id)
);
create index register_mark_change_of on register_mark_change (owner_id, register_id, version);

-- Somebody who takes the registers of a class on a day though they do not teach it: a supply teacher, a colleague.
create table register_stand_in (
  owner_id uuid not null,
  id uuid not null,
  on_date date not null,
  unit_id uuid not null,
  person_id uuid not null,
  named_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint register_stand_in_unit foreign key (owner_id, unit_id) references unit (owner_id, id)
);
create unique index register_stand_in_once on register_stand_in (owner_id, person_id, on_date, unit_id) where ended_at is null;
