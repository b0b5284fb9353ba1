-- Whom to call about a child, and how: phones, and what was said about a carer before. The school is the owner.

-- What a court or the school has said holds from a day, and until one where it says so.
alter table family_relation add column restriction_from date;
alter table family_relation add column restriction_until date;
alter table family_relation add column restriction_by uuid;
-- Somebody who is not to be called. A carer without a place in the order is called after those who have one.
alter table family_relation add column not_called boolean not null default false;

create table contact_phone (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  -- as it was written
  number text not null,
  -- mobile, home, work or other
  label text not null,
  -- which to try first, from 1
  position integer not null,
  written_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint contact_phone_label check (label in ('mobile', 'home', 'work', 'other'))
);
create index contact_phone_person on contact_phone (owner_id, person_id, position) where ended_at is null;

-- What stood about a carer of a child before it was changed, each version whole.
create table contact_version (
  owner_id uuid not null,
  relation_id uuid not null,
  version integer not null,
  relationship text,
  told text[] not null,
  called_in integer,
  not_called boolean not null default false,
  lives_with boolean,
  responsibility boolean,
  restriction text,
  restriction_from date,
  restriction_until date,
  -- who wrote the version that came after it, and when
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id, relation_id, version)
);

-- Sheets with phones that were printed: of which class, by whom and what for.
create table contact_sheet (
  owner_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  printed_by uuid not null,
  reason text not null,
  pupils integer not null,
  printed_at timestamptz not null,
  primary key (owner_id, id)
);
create index contact_sheet_newest on contact_sheet (owner_id, printed_at desc, id desc);
