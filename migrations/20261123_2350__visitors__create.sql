-- Who comes to the school from outside, expected or not. Names are emptied after a time that the school sets.
create table visitor (
  owner_id uuid not null,
  id uuid not null,
  on_date date not null,
  -- when they are expected; null where nobody said
  from_time time,
  -- '' once forgotten
  name text not null,
  sort_name text not null,
  organisation text not null,
  purpose text not null,
  -- where they will be
  place text not null,
  kind text not null,
  -- whom they come to see, a member of staff
  host_id uuid not null,
  -- the weekly visit that it is one of
  series_id uuid,
  written_by uuid not null,
  arrived_at timestamptz,
  left_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  forgotten_at timestamptz,
  primary key (owner_id, id),
  constraint visitor_kind check (kind in ('visitor', 'volunteer', 'contractor', 'official')),
  constraint visitor_order check (left_at is null or arrived_at is not null)
);
create index visitor_day on visitor (owner_id, on_date) where ended_at is null;
create index visitor_to_forget on visitor (owner_id, on_date) where forgotten_at is null;

-- Whether a check of their record was seen; fewer people read this than who comes.
create table visitor_check (
  owner_id uuid not null,
  visitor_id uuid not null,
  seen text not null,
  said_by uuid not null,
  said_at timestamptz not null,
  primary key (owner_id, visitor_id),
  constraint visitor_check_visitor foreign key (owner_id, visitor_id) references visitor (owner_id, id),
  constraint visitor_check_seen check (seen in ('seen', 'not-seen', 'not-needed'))
);

-- Somebody about whom the desk is to ask before letting them in. Why is read by few, and not at the desk.
create table visitor_caution (
  owner_id uuid not null,
  id uuid not null,
  name text not null,
  sort_name text not null,
  words text not null,
  -- the last day it holds; null until it is ended
  until_on date,
  written_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index visitor_caution_name on visitor_caution (owner_id, sort_name) where ended_at is null;

create table visitor_settings (
  owner_id uuid not null,
  -- for so many days after a visit its names are kept
  keep_days integer not null,
  version integer not null,
  primary key (owner_id),
  constraint visitor_settings_days check (keep_days between 7 and 2555)
);
