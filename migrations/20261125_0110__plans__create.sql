-- Schemes of work: what is taught when, by whom, to which points of which curriculum, lesson by lesson.
create table plan_template (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  -- what a plan by it is asked: [{key, title, hint}]
  parts jsonb not null,
  -- what stands in a lesson before anything is written: Markdown
  lesson_text text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);

create table scheme (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  subject text not null,
  -- as src/features/curriculum/year-key.ts writes it
  year_key text not null,
  starts_on date not null,
  ends_on date not null,
  -- the template as it stood when the plan was begun
  parts jsonb not null,
  lesson_text text not null,
  copied_from uuid,
  -- its teachers say that others can rely on it
  ready_at timestamptz,
  -- title and subject as they are compared
  heading text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table scheme add constraint scheme_order check (starts_on <= ends_on);
create index scheme_when on scheme (owner_id, starts_on, ends_on);
create index scheme_copies on scheme (owner_id, copied_from) where copied_from is not null;
create index scheme_heading on scheme using gin (owner_id, heading gin_trgm_ops);

-- What stands under one heading of the template. Two who write under two headings do not meet.
create table scheme_part (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  key text not null,
  text text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id, id)
);
alter table scheme_part add constraint scheme_part_once unique (owner_id, scheme_id, key);
alter table scheme_part add constraint scheme_part_scheme foreign key (owner_id, scheme_id) references scheme (owner_id, id);

create table planned_lesson (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  position integer not null,
  title text not null,
  on_date date,
  -- Markdown
  text text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
alter table planned_lesson add constraint planned_lesson_scheme foreign key (owner_id, scheme_id) references scheme (owner_id, id);
create index planned_lesson_order on planned_lesson (owner_id, scheme_id, position);

-- A point of a curriculum that a scheme takes up, and the lesson in which, where that is said.
create table planned_point (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  lesson_id uuid,
  statement_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner_id, id)
);
alter table planned_point add constraint planned_point_once unique nulls not distinct (owner_id, scheme_id, lesson_id, statement_id);
create index planned_point_statement on planned_point (owner_id, statement_id);

create table planned_resource (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  lesson_id uuid,
  resource_id uuid not null,
  added_by uuid not null,
  added_at timestamptz not null,
  primary key (owner_id, id)
);
alter table planned_resource add constraint planned_resource_once unique nulls not distinct (owner_id, scheme_id, lesson_id, resource_id);
create index planned_resource_resource on planned_resource (owner_id, resource_id);

-- What a colleague, a co-ordinator or a specialist says beside a plan; an item of its own, for its writer and the plan's teachers.
create table plan_suggestion (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  lesson_id uuid,
  words text not null,
  state text not null,
  answer text not null,
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table plan_suggestion add constraint plan_suggestion_state check (state in ('open', 'taken-up', 'not-now', 'help-wanted'));
create index plan_suggestion_scheme on plan_suggestion (owner_id, scheme_id, created_at);

-- Somebody is asked to look at a plan, by a day where one was named.
create table plan_look (
  owner_id uuid not null,
  id uuid not null,
  scheme_id uuid not null,
  asked_of uuid not null,
  asked_by uuid not null,
  by_date date,
  words text not null,
  created_at timestamptz not null,
  looked_at timestamptz,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index plan_look_asked on plan_look (owner_id, asked_of) where looked_at is null and ended_at is null;
create index plan_look_scheme on plan_look (owner_id, scheme_id);
