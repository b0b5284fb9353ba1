-- Why pupils were not here: what families say, whom the school asked and what came of it. Nothing here is an item: who
-- reads it follows from roles, from the classes people teach, and for families from what they are told of.

-- What a school has settled about it; a school without a row has settled nothing and is served by what is usual.
create table attendance_settings (
  owner_id uuid not null,
  -- from when on the list of the morning is looked at, and by when everybody must be accounted for
  list_at time not null,
  accounted_by time not null,
  -- below so many hundredths of the possible sessions the national meaning is persistent absence
  threshold integer not null,
  -- the school's own words in the letter to families
  letter text not null,
  -- whether families may explain online
  online boolean not null,
  -- where a text message is handed over, and whether any is
  texts_to text not null,
  texts_on boolean not null,
  version integer not null,
  primary key (owner_id),
  constraint attendance_settings_threshold check (threshold between 50 and 99),
  constraint attendance_settings_times check (list_at <= accounted_by)
);

-- That a pupil is, was or will be away, as somebody said it, and how the school settled it.
create table pupil_absence (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  from_on date not null,
  until_on date not null,
  -- the whole of each day, or one half of it
  part text not null,
  sort text not null,
  words text not null,
  -- by the family itself, or written down by the office for who rings
  said_how text not null,
  said_by text not null,
  said_on date not null,
  written_by uuid not null,
  -- how the school settled it; null while it waits
  decision text,
  code_id uuid,
  answer text not null,
  settled_by uuid,
  settled_at timestamptz,
  taken_back_at timestamptz,
  taken_back_by uuid,
  version integer not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint pupil_absence_days check (from_on <= until_on),
  constraint pupil_absence_part check (part in ('day', 'am', 'pm')),
  constraint pupil_absence_sort check (sort in ('ill', 'appointment', 'something-else', 'leave')),
  constraint pupil_absence_how check (said_how in ('online', 'phone', 'mail', 'in-person', 'letter')),
  constraint pupil_absence_decision check (decision is null or decision in ('agreed', 'not-agreed'))
);
create index pupil_absence_pupil on pupil_absence (owner_id, pupil_id, from_on);
create index pupil_absence_day on pupil_absence (owner_id, until_on, from_on);

-- The marks that settling an absence changed, so that they can be set back.
create table pupil_absence_mark (
  owner_id uuid not null,
  absence_id uuid not null,
  register_id uuid not null,
  was_code_id uuid,
  code_id uuid not null,
  primary key (owner_id, absence_id, register_id),
  constraint pupil_absence_mark_absence foreign key (owner_id, absence_id) references pupil_absence (owner_id, id)
);

-- Whom the school asked on a day where a pupil is, and what came of it. Letters and text messages stand here as well.
create table absence_try (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  on_date date not null,
  -- null where it was nobody of the family
  adult_id uuid,
  how text not null,
  outcome text not null,
  tried_by uuid not null,
  tried_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint absence_try_how check (how in ('call', 'mail', 'text', 'visit', 'other'))
);
create index absence_try_day on absence_try (owner_id, on_date, pupil_id);

-- That the family of a pupil was told on a day. There is one row a pupil and day, so nobody is told twice.
create table absence_telling (
  owner_id uuid not null,
  pupil_id uuid not null,
  on_date date not null,
  told_by uuid not null,
  told_at timestamptz not null,
  -- the register was put right: the pupil was here
  taken_back_at timestamptz,
  primary key (owner_id, pupil_id, on_date)
);

-- A text message as it was handed over, for the log of what was sent.
create table absence_text (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  adult_id uuid not null,
  on_date date not null,
  number text not null,
  words text not null,
  state text not null,
  -- what was answered, in a few words
  answer text not null,
  attempts integer not null,
  created_at timestamptz not null,
  sent_at timestamptz,
  primary key (owner_id, id),
  constraint absence_text_once unique (owner_id, pupil_id, on_date, adult_id),
  constraint absence_text_state check (state in ('waiting', 'sent', 'failed', 'kept-back'))
);
create index absence_text_newest on absence_text (owner_id, created_at desc, id desc);

-- What was done about somebody's attendance, when it is looked at again, and what came of it.
create table attendance_note (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  words text not null,
  look_again_on date,
  outcome text not null,
  written_by uuid not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index attendance_note_pupil on attendance_note (owner_id, pupil_id, created_at desc);
