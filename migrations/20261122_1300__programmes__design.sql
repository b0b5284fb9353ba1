-- What the designer of a programme keeps beside the plan itself.

-- The form or agenda of the catalogue that people fill in at the step.
alter table programme_step add column form text;
-- For a step in which somebody can be asked: on how many days.
alter table programme_step add column days integer;
-- Whether lessons are covered: not said (null), 'none-needed', 'to-arrange' or 'arranged'.
alter table programme_step add column cover text;
alter table programme_step add column version integer not null default 1;
alter table programme_step
  add constraint programme_step_cover check (cover in ('none-needed', 'to-arrange', 'arranged'));

-- What the plan cannot show by itself and its designers said when asked, for the design check.
create table programme_answer (
  owner_id uuid not null,
  programme_id uuid not null,
  question text not null,
  answer text not null,
  answered_by uuid not null,
  answered_at timestamptz not null,
  primary key (owner_id, programme_id, question),
  constraint programme_answer_programme foreign key (owner_id, programme_id) references programme (owner_id, id)
);
