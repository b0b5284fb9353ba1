-- By what a page to teach with is found: ids of catalogue/resource-marks.json, and points of curricula.
alter table resource add column knowledge text[] not null default '{}';
alter table resource add column needs text[] not null default '{}';

-- The same thing with more help, for most, or to go further: pages of a set name the page it began with.
alter table resource add column set_id uuid;
alter table resource add column step text;
create index resource_set on resource (owner_id, set_id) where set_id is not null;

create table resource_point (
  owner_id uuid not null,
  resource_id uuid not null,
  statement_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner_id, resource_id, statement_id)
);
alter table resource_point add constraint resource_point_resource foreign key (owner_id, resource_id) references resource (owner_id, id);
create index resource_point_statement on resource_point (owner_id, statement_id);

-- A colleague is asked to read a page, answers, and is answered; an item of its own, for these two alone.
create table resource_reading (
  owner_id uuid not null,
  id uuid not null,
  resource_id uuid not null,
  asked_of uuid not null,
  by_date date,
  -- what whoever asked would like looked at
  words text not null,
  -- by the ids of the questions in catalogue/resource-marks.json
  answers jsonb not null,
  version integer not null,
  -- sent to whoever asked; a draft until then
  answered_at timestamptz,
  -- what whoever asked made of it
  reply text not null,
  replied_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table resource_reading add constraint resource_reading_resource foreign key (owner_id, resource_id) references resource (owner_id, id);
create index resource_reading_page on resource_reading (owner_id, resource_id, created_at);
