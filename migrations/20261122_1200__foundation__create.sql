-- The foundation: organisations and people, roles, access, and the record of what happened.
-- Rows that belong to someone carry owner_id first: an organisation or a person.
-- Times and ids are always given by the program.

-- Copied tables: few writes, read everywhere.

create table organisation (
  id uuid primary key,
  kind text not null,
  parent_id uuid,
  path text not null,
  name text not null,
  sort_name text not null,
  time_zone text not null,
  locale text not null,
  currency text not null,
  created_at timestamptz not null,
  ended_at timestamptz
);

create table person (
  id uuid primary key,
  given_name text not null,
  family_name text not null,
  name text not null,
  sort_name text not null,
  locale text,
  theme text not null default 'auto',
  created_at timestamptz not null,
  ended_at timestamptz
);

create table person_email (
  address text primary key,
  person_id uuid not null references person (id),
  kind text not null,
  confirmed_at timestamptz,
  created_at timestamptz not null,
  constraint person_email_kind check (kind in ('work', 'personal'))
);
create index person_email_person on person_email (person_id);

create table credential (
  person_id uuid primary key references person (id),
  password_hash text not null,
  changed_at timestamptz not null
);

-- Local tables: belong to this installation.

create table session (
  id uuid primary key,
  token_hash text not null,
  person_id uuid not null,
  organisation_id uuid,
  device text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint session_token_hash unique (token_hash)
);
create index session_person on session (person_id);

create table link_token (
  id uuid primary key,
  token_hash text not null,
  kind text not null,
  person_id uuid not null,
  organisation_id uuid,
  created_at timestamptz not null,
  expires_at timestamptz,
  used_at timestamptz,
  constraint link_token_hash unique (token_hash),
  constraint link_token_kind check (kind in ('invitation', 'reset', 'calendar', 'confirm-email'))
);
create index link_token_person on link_token (person_id);

create table sign_in_throttle (
  key text primary key,
  failures integer not null,
  first_at timestamptz not null,
  blocked_until timestamptz
);

-- Spread tables whose owner is an organisation.

create table access_epoch (
  owner_id uuid not null,
  epoch integer not null,
  primary key (owner_id)
);

create table unit (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  sort_name text not null,
  subject text,
  year_label text,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

create table member (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  sort_name text not null,
  job_title text,
  year_label text,
  pupil_number text,
  staff_code text,
  working_days text[],
  starts_on date,
  ends_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint member_person unique (owner_id, person_id),
  constraint member_kind check (kind in ('staff', 'pupil', 'family', 'guest'))
);
create index member_list on member (owner_id, kind, sort_name);

create table membership (
  owner_id uuid not null,
  id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  part text not null,
  starts_on date,
  ends_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint membership_once unique (owner_id, unit_id, person_id, part)
);
create index membership_person on membership (owner_id, person_id);

create table appointment (
  owner_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  role text not null,
  unit_id uuid,
  starts_on date not null,
  ends_on date,
  appointed_by uuid,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index appointment_person on appointment (owner_id, person_id);
create index appointment_role on appointment (owner_id, role);

create table line_management (
  owner_id uuid not null,
  id uuid not null,
  manager_id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint line_management_once unique (owner_id, manager_id, person_id, starts_on)
);
create index line_management_manager on line_management (owner_id, manager_id);

create table family_relation (
  owner_id uuid not null,
  id uuid not null,
  adult_id uuid not null,
  pupil_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint family_relation_once unique (owner_id, adult_id, pupil_id)
);

-- A group whose people change over time: a programme's people, a partnership, a meeting group.
create table circle (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  excludes_managers boolean not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

create table circle_member (
  owner_id uuid not null,
  id uuid not null,
  circle_id uuid not null,
  person_id uuid not null,
  part text not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  primary key (owner_id, id),
  constraint circle_member_once unique (owner_id, circle_id, person_id, part),
  constraint circle_member_circle foreign key (owner_id, circle_id) references circle (owner_id, id)
);
create index circle_member_person on circle_member (owner_id, person_id);

create table term (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint term_kind check (kind in ('year', 'term')),
  constraint term_order check (starts_on <= ends_on)
);

create table closure (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id),
  constraint closure_kind check (kind in ('holiday', 'training-day', 'closed')),
  constraint closure_order check (starts_on <= ends_on)
);

-- Access. The owner is an organisation or a person.

create table audience (
  owner_id uuid not null,
  id uuid not null,
  key text not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint audience_key unique (owner_id, key)
);

create table audience_grant (
  owner_id uuid not null,
  audience_id uuid not null,
  principal text not null,
  ability text not null,
  primary key (owner_id, audience_id, principal, ability),
  constraint audience_grant_audience foreign key (owner_id, audience_id) references audience (owner_id, id),
  constraint audience_grant_ability check (ability in ('read', 'contribute', 'edit'))
);
create index audience_grant_principal on audience_grant (owner_id, principal);

create table item (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  purpose text not null,
  author_id uuid not null,
  circle_id uuid,
  audience_id uuid,
  excludes_managers boolean not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index item_kind on item (owner_id, kind, created_at);
create index item_author on item (owner_id, author_id);
create index item_circle on item (owner_id, circle_id);

create table access_log (
  owner_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  item_kind text not null,
  subject_id uuid not null,
  reader_id uuid not null,
  purpose text not null,
  manner text not null,
  at timestamptz not null,
  hidden_until timestamptz,
  primary key (owner_id, id)
);
create index access_log_subject on access_log (owner_id, subject_id, at);

create table access_override (
  owner_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  organisation_id uuid not null,
  reader_id uuid not null,
  reason text not null,
  asked_at timestamptz not null,
  agreed_by uuid,
  agreed_at timestamptz,
  expires_at timestamptz,
  tell_owner boolean not null,
  primary key (owner_id, id)
);
create index access_override_item on access_override (owner_id, item_id);

-- What happened, and what is still to be done about it.

create table event (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  actor_id uuid,
  item_id uuid,
  body jsonb not null,
  at timestamptz not null,
  primary key (owner_id, id)
);
create index event_item on event (owner_id, item_id, at);

create table outbox (
  owner_id uuid not null,
  id uuid not null,
  kind text not null,
  body jsonb not null,
  created_at timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null,
  done_at timestamptz,
  failure text,
  primary key (owner_id, id)
);
create index outbox_due on outbox (due_at) where done_at is null;

create table text_version (
  owner_id uuid not null,
  item_id uuid not null,
  version integer not null,
  body jsonb not null,
  written_by uuid not null,
  written_at timestamptz not null,
  primary key (owner_id, item_id, version)
);

create table file (
  owner_id uuid not null,
  id uuid not null,
  item_id uuid not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  created_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index file_item on file (owner_id, item_id);

-- Spread tables whose owner is a person.

create table affiliation (
  owner_id uuid not null,
  organisation_id uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, organisation_id)
);

create table notice (
  owner_id uuid not null,
  id uuid not null,
  from_owner uuid not null,
  item_id uuid,
  kind text not null,
  subject_key text not null,
  href text not null,
  due_at timestamptz,
  created_at timestamptz not null,
  seen_at timestamptz,
  done_at timestamptz,
  primary key (owner_id, id),
  constraint notice_once unique (owner_id, from_owner, kind, subject_key)
);
create index notice_waiting on notice (owner_id, due_at) where done_at is null;

create table draft (
  owner_id uuid not null,
  key text not null,
  body jsonb not null,
  saved_at timestamptz not null,
  primary key (owner_id, key)
);

-- When each recurring job of this installation last ran.
create table recurring_job (
  name text primary key,
  last_run_at timestamptz not null,
  attempted_at timestamptz,
  attempts integer not null,
  failure text
);
