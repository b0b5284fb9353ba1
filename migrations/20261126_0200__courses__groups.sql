-- Groups within a course: a learner is in one of them or in none, and an activity may be for some of them.
create table course_group (
  owner_id uuid not null,
  id uuid not null,
  course_id uuid not null,
  name text not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
alter table course_group add constraint course_group_course foreign key (owner_id, course_id) references course (owner_id, id);
create index course_group_order on course_group (owner_id, course_id, created_at);

create table course_group_member (
  owner_id uuid not null,
  course_id uuid not null,
  person_id uuid not null,
  group_id uuid not null,
  added_at timestamptz not null,
  primary key (owner_id, course_id, person_id)
);
alter table course_group_member add constraint course_group_member_group foreign key (owner_id, group_id) references course_group (owner_id, id);

-- empty: for everybody
alter table course_activity add column group_ids uuid[] not null default '{}';
-- the group that hears it, in a discussion that each group has by itself; null for everybody
alter table course_post add column group_id uuid;

-- What those who lead say at the head of a course: a word for these days, and when they can be asked.
create table course_head (
  owner_id uuid not null,
  course_id uuid not null,
  -- by which its versions are kept
  id uuid not null,
  note text not null,
  reach text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id, course_id)
);
alter table course_head add constraint course_head_course foreign key (owner_id, course_id) references course (owner_id, id);

-- what is due on the days of a week, over all courses
create index course_activity_due on course_activity (owner_id, due_on) where due_on is not null and ended_at is null;
