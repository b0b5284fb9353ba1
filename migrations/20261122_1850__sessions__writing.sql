-- What people write at a step, as its protocol says: together, section by section, or everybody their own.

-- Who is writing in a section of what is written together, as far as others are told. It keeps nobody out, and
-- ends by itself.
create table section_writing (
  owner_id uuid not null,
  step_id uuid not null,
  section text not null,
  person_id uuid not null,
  since timestamptz not null,
  until timestamptz not null,
  primary key (owner_id, step_id, section, person_id),
  constraint section_writing_step foreign key (owner_id, step_id) references programme_step (owner_id, id)
);

-- What one person wrote of their own in one section. Without a name there is no author, no moment and no version,
-- the id carries no time, and the rows of a step are written anew in the order of their ids with each that comes.
create table contribution (
  owner_id uuid not null,
  id uuid not null,
  step_id uuid not null,
  section text not null,
  text text not null,
  author_id uuid,
  version integer,
  written_at timestamptz,
  primary key (owner_id, id),
  constraint contribution_once unique (owner_id, step_id, section, author_id),
  constraint contribution_step foreign key (owner_id, step_id) references programme_step (owner_id, id),
  constraint contribution_named check (
    (author_id is null and version is null and written_at is null)
    or (author_id is not null and version is not null and written_at is not null)
  )
);

-- That a person gave theirs at a step, and nothing more: not what, not when.
create table contribution_given (
  owner_id uuid not null,
  step_id uuid not null,
  person_id uuid not null,
  primary key (owner_id, step_id, person_id),
  constraint contribution_given_step foreign key (owner_id, step_id) references programme_step (owner_id, id)
);

-- Why somebody promised more at a time than the source advises, in their own words; '' where they did not.
alter table commitment add column beyond text not null default '';
