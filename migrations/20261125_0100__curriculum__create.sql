-- Curricula that a school brought in: each bringing-in is a version of its own, and no version is ever written over.
create table framework (
  owner_id uuid not null,
  id uuid not null,
  -- what all versions of it share: the address its publisher gave it, or one made of its title
  address text not null,
  title text not null,
  version_label text not null,
  publisher text not null,
  licence text not null,
  source text not null,
  format text not null,
  statements integer not null,
  -- what of its files was not carried, and why: [{what, kind, why}]
  left_out jsonb not null,
  brought_by uuid not null,
  created_at timestamptz not null,
  -- from then on plans may name its statements; null while somebody still looks it over
  published_at timestamptz,
  ended_at timestamptz,
  primary key (owner_id, id)
);
alter table framework add constraint framework_format check (format in ('turtle', 'case', 'list'));
create index framework_versions on framework (owner_id, address, created_at desc);

create table framework_statement (
  owner_id uuid not null,
  id uuid not null,
  framework_id uuid not null,
  parent_id uuid,
  -- its place in the whole, parents before what belongs to them
  position integer not null,
  depth integer not null,
  -- by which later versions know it again
  address text not null,
  code text not null,
  -- what its publisher calls such a thing: "Strand"
  kind text not null,
  words text not null,
  note text not null,
  subject text not null,
  -- "Key Stage 2"
  stages text[] not null,
  -- year groups as in src/features/curriculum/year-key.ts
  years text[] not null,
  -- nothing hangs below it: such are planned and taught
  is_leaf boolean not null,
  -- words as they are compared
  searched text not null,
  primary key (owner_id, id)
);
alter table framework_statement add constraint framework_statement_framework
  foreign key (owner_id, framework_id) references framework (owner_id, id);
alter table framework_statement add constraint framework_statement_address unique (owner_id, framework_id, address);
create index framework_statement_order on framework_statement (owner_id, framework_id, position);
