-- From one school year to the next: what becomes of each class, looked at before it is done, and taken back at one go.

create table year_end (
  owner_id uuid not null,
  id uuid not null,
  -- what the new year is called
  name text not null,
  -- the last day of the old year and the first of the new
  last_on date not null,
  first_on date not null,
  version integer not null,
  made_by uuid not null,
  created_at timestamptz not null,
  -- carried out: from then on everything is dated and waits for its day
  prepared_at timestamptz,
  -- the first day has come, and what has no date of its own was done
  begun_at timestamptz,
  -- taken back, or let go of as a draft
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint year_end_order check (last_on < first_on)
);
create unique index year_end_open on year_end (owner_id) where ended_at is null and begun_at is null;

-- What was chosen for a class; a class without a row follows the suggestion.
create table year_end_class (
  owner_id uuid not null,
  year_end_id uuid not null,
  unit_id uuid not null,
  fate text not null,
  -- the class that its pupils go to
  to_unit_id uuid,
  primary key (owner_id, year_end_id, unit_id),
  constraint year_end_class_of foreign key (owner_id, year_end_id) references year_end (owner_id, id),
  constraint year_end_class_fate check (fate in ('go', 'stay', 'leave', 'end')),
  constraint year_end_class_where check ((fate = 'go') = (to_unit_id is not null))
);

-- A pupil for whom something else holds than for the rest of the class.
create table year_end_pupil (
  owner_id uuid not null,
  year_end_id uuid not null,
  unit_id uuid not null,
  pupil_id uuid not null,
  fate text not null,
  to_unit_id uuid,
  primary key (owner_id, year_end_id, unit_id, pupil_id),
  constraint year_end_pupil_of foreign key (owner_id, year_end_id) references year_end (owner_id, id),
  constraint year_end_pupil_fate check (fate in ('go', 'stay', 'leave', 'repeat')),
  constraint year_end_pupil_where check ((fate = 'go') = (to_unit_id is not null))
);

-- Every row that was changed or waits to be on the first day, as it was and as it is, so that all can be taken back.
create table year_end_row (
  owner_id uuid not null,
  year_end_id uuid not null,
  id uuid not null,
  kind text not null,
  row_id uuid not null,
  before text,
  after text,
  primary key (owner_id, id),
  constraint year_end_row_of foreign key (owner_id, year_end_id) references year_end (owner_id, id),
  constraint year_end_row_kind check
    (kind in ('membership-ended', 'membership-made', 'member-ended', 'year-label', 'unit-ended', 'timetable-copied'))
);
create index year_end_row_of_one on year_end_row (owner_id, year_end_id, kind);
