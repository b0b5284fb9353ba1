-- Duties of the school, when somebody is needed for them, who stands there, and who takes one from whom.

-- "Gate", "Lunch", "Who brings the assembly".
create table rota (
  owner_id uuid not null,
  id uuid not null,
  name text not null,
  place text not null,
  -- whoever is on it can do nothing else then; first aid on call can
  keeps_busy boolean not null,
  -- a swap holds once those who make rotas have agreed
  swap_needs_leave boolean not null,
  version integer not null,
  made_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

-- A time at which somebody is needed: each week, in one week of two, or on one day.
create table rota_slot (
  owner_id uuid not null,
  id uuid not null,
  rota_id uuid not null,
  weekday text,
  -- null for every week
  letter text,
  on_date date,
  starts_at time not null,
  ends_at time not null,
  needed integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint rota_slot_rota foreign key (owner_id, rota_id) references rota (owner_id, id),
  constraint rota_slot_when check ((weekday is null) <> (on_date is null)),
  constraint rota_slot_weekday check
    (weekday in ('monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday')),
  constraint rota_slot_letter check (letter in ('A', 'B')),
  constraint rota_slot_times check (starts_at < ends_at),
  constraint rota_slot_needed check (needed > 0)
);
create index rota_slot_of on rota_slot (owner_id, rota_id) where ended_at is null;

-- Who stands there from a day on. It is never changed: it ends, and another begins.
create table rota_stand (
  owner_id uuid not null,
  id uuid not null,
  slot_id uuid not null,
  person_id uuid not null,
  from_on date not null,
  -- the last day; null while it goes on
  until_on date,
  -- what was filled at one go
  batch_id uuid,
  set_by uuid not null,
  set_at timestamptz not null,
  -- taken back as if it had never been
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint rota_stand_slot foreign key (owner_id, slot_id) references rota_slot (owner_id, id)
);
create unique index rota_stand_once on rota_stand (owner_id, slot_id, person_id)
  where ended_at is null and until_on is null;
create index rota_stand_of on rota_stand (owner_id, slot_id) where ended_at is null;
create index rota_stand_person on rota_stand (owner_id, person_id);
create index rota_stand_batch on rota_stand (owner_id, batch_id) where batch_id is not null;

-- One duty on one day, asked of one colleague or of all.
create table rota_swap (
  owner_id uuid not null,
  id uuid not null,
  stand_id uuid not null,
  on_date date not null,
  asked_by uuid not null,
  -- null where all are asked
  asked_id uuid,
  words text not null,
  taken_by uuid,
  taken_at timestamptz,
  -- from then on it holds: at once, or when those who make rotas agreed
  agreed_at timestamptz,
  agreed_by uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (owner_id, id),
  constraint rota_swap_stand foreign key (owner_id, stand_id) references rota_stand (owner_id, id),
  constraint rota_swap_agreed check (agreed_at is null or taken_by is not null)
);
create unique index rota_swap_open on rota_swap (owner_id, stand_id, on_date) where ended_at is null;
create index rota_swap_day on rota_swap (owner_id, on_date) where ended_at is null;

-- Who cannot. Nothing is asked beyond that.
create table rota_swap_no (
  owner_id uuid not null,
  swap_id uuid not null,
  person_id uuid not null,
  said_at timestamptz not null,
  primary key (owner_id, swap_id, person_id),
  constraint rota_swap_no_swap foreign key (owner_id, swap_id) references rota_swap (owner_id, id)
);
