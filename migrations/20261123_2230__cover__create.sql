-- Who of the staff is away, and who takes their classes.

-- Somebody is away from one day to another. Why is read by few.
create table staff_absence (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  from_on date not null,
  until_on date not null,
  -- from when on the first day and until when on the last; null for the whole of them
  from_time time,
  until_time time,
  kind text not null,
  words text not null,
  -- the person lets colleagues read kind and words
  shown boolean not null,
  said_by uuid not null,
  said_at timestamptz not null,
  version integer not null,
  -- when it was last changed or ended: what was arranged and went with it bears the same moment
  changed_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint staff_absence_kind check (kind in ('ill', 'training', 'visit', 'leave', 'other')),
  constraint staff_absence_order check (from_on <= until_on)
);
create index staff_absence_days on staff_absence (owner_id, until_on, from_on) where ended_at is null;
create index staff_absence_person on staff_absence (owner_id, person_id, from_on);

-- Who takes a class whose teacher is away. What was arranged is never changed: it ends, and another row replaces it.
create table cover (
  owner_id uuid not null,
  id uuid not null,
  absence_id uuid not null,
  -- whose class it is
  person_id uuid not null,
  on_date date not null,
  unit_id uuid not null,
  -- null where a half day is covered
  period_id uuid,
  period text not null,
  starts_at time not null,
  ends_at time not null,
  subject text not null,
  room text not null,
  how text not null,
  covered_by uuid,
  -- the supply teacher, or the class it is combined with
  words text not null,
  arranged_by uuid not null,
  arranged_at timestamptz not null,
  -- what was arranged at one go
  batch_id uuid,
  replaces uuid,
  -- whoever was asked has said that they will be there
  accepted_at timestamptz,
  declined_at timestamptz,
  declined_why text not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (owner_id, id),
  constraint cover_of_absence foreign key (owner_id, absence_id) references staff_absence (owner_id, id),
  constraint cover_unit foreign key (owner_id, unit_id) references unit (owner_id, id),
  constraint cover_period foreign key (owner_id, period_id) references period (owner_id, id),
  constraint cover_how check (how in ('colleague', 'supply', 'combined', 'not-needed')),
  constraint cover_by check (case how when 'colleague' then covered_by is not null
    when 'combined' then true else covered_by is null end),
  constraint cover_times check (starts_at < ends_at)
);
create unique index cover_stands on cover (owner_id, person_id, on_date, unit_id, starts_at) where ended_at is null;
create index cover_taken on cover (owner_id, covered_by, on_date) where covered_by is not null;
create index cover_day on cover (owner_id, on_date);
create index cover_absence on cover (owner_id, absence_id);
create index cover_batch on cover (owner_id, batch_id) where batch_id is not null;

-- What a class is to do while its teacher is away.
create table cover_work (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  on_date date not null,
  unit_id uuid not null,
  starts_at time not null,
  text text not null,
  version integer not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, id),
  constraint cover_work_unit foreign key (owner_id, unit_id) references unit (owner_id, id)
);
create unique index cover_work_of on cover_work (owner_id, person_id, on_date, unit_id, starts_at);

-- How somebody is asked for cover, where it is not as usual.
create table cover_person (
  owner_id uuid not null,
  person_id uuid not null,
  asked text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id, person_id),
  constraint cover_person_asked check (asked in ('usual', 'first', 'never'))
);

-- A time of the week in which nobody asks somebody to cover: for planning, for an early-career teacher.
create table cover_kept_free (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  weekday text not null,
  starts_at time not null,
  ends_at time not null,
  kind text not null,
  added_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint cover_kept_free_weekday check
    (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
  constraint cover_kept_free_kind check (kind in ('planning', 'early-career', 'leading', 'other')),
  constraint cover_kept_free_times check (starts_at < ends_at)
);
create index cover_kept_free_person on cover_kept_free (owner_id, person_id);
