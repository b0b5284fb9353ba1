-- A need that somebody raises between the times of asking: from a suggestion beside a plan, or by itself.
create table raised_need (
  owner_id uuid not null,
  id uuid not null,
  -- a person's own, or a subject's: then nobody's name stands with it for others
  sort text not null,
  subject text not null,
  words text not null,
  -- where it came from: the plan and the suggestion beside it
  scheme_id uuid,
  suggestion_id uuid,
  priority_id uuid,
  programme_id uuid,
  joined_by uuid,
  joined_at timestamptz,
  -- what was done about it, in words for whoever raised it
  answer text not null,
  answered_by uuid,
  answered_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
alter table raised_need add constraint raised_need_sort check (sort in ('own', 'subject'));
create index raised_need_suggestion on raised_need (owner_id, suggestion_id) where suggestion_id is not null;
create index raised_need_priority on raised_need (owner_id, priority_id) where priority_id is not null;

-- What is done about a priority, by whom, until when, and what shows that it was.
create table priority_action (
  owner_id uuid not null,
  id uuid not null,
  priority_id uuid not null,
  title text not null,
  person_id uuid,
  due_on date,
  state text not null,
  evidence text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
alter table priority_action add constraint priority_action_state check (state in ('to-do', 'begun', 'done', 'dropped'));
alter table priority_action add constraint priority_action_priority
  foreign key (owner_id, priority_id) references school_priority (owner_id, id);
create index priority_action_order on priority_action (owner_id, priority_id, created_at);
