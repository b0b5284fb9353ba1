-- Imports: what was read and is looked at before anything is written, and by which names other systems
-- know what we have.

create table import_run (
  owner_id uuid not null,
  id uuid not null,
  state text not null,
  files jsonb not null,
  options jsonb not null,
  summary jsonb not null,
  fingerprint text not null,
  progress integer not null,
  steps integer not null,
  failure text,
  created_by uuid,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  finished_at timestamptz,
  emptied_at timestamptz,
  primary key (owner_id, id),
  constraint import_run_state check (
    state in ('reading', 'asking', 'ready', 'applying', 'done', 'undoing', 'undone', 'dropped', 'failed')
  )
);
create index import_run_list on import_run (owner_id, created_at);

-- The preview, a line each, in the order in which it is shown.
create table import_row (
  owner_id uuid not null,
  run_id uuid not null,
  position integer not null,
  part text not null,
  person_kind text,
  search text not null,
  body jsonb not null,
  primary key (owner_id, run_id, position),
  constraint import_row_run foreign key (owner_id, run_id) references import_run (owner_id, id)
);
create index import_row_part on import_row (owner_id, run_id, part, position);

-- Our id for each name that a source uses, and the import that brought it.
create table import_key (
  owner_id uuid not null,
  source text not null,
  part text not null,
  key text not null,
  thing_id uuid not null,
  run_id uuid not null,
  made boolean not null,
  created_at timestamptz not null,
  primary key (owner_id, source, part, key),
  constraint import_key_part check (part in ('organisation', 'term', 'unit', 'person'))
);
create index import_key_run on import_key (owner_id, run_id);

-- What the school's own lists say of a person beyond what everybody there may know.
create table member_record (
  owner_id uuid not null,
  person_id uuid not null,
  upn text,
  payroll_number text,
  date_of_birth date,
  grades text[] not null,
  changed_at timestamptz not null,
  primary key (owner_id, person_id)
);

alter table membership add column source text;
alter table family_relation add column source text;
