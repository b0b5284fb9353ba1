-- Worries about a child, written down for those who are named. The school is the owner; each is an item, and who reads
-- it stands in its audience.
create table concern (
  owner_id uuid not null,
  -- that of its item
  id uuid not null,
  -- the child; null until it is said which one is meant
  pupil_id uuid,
  -- the child in the writer's words
  about text not null,
  saw text not null,
  -- in the child's own words
  said text not null,
  place text not null,
  happened_on date not null,
  happened_at text,
  danger boolean not null,
  -- whom the writer has told in person
  told_whom text not null,
  -- when somebody must have looked, or the next who are named are told
  look_by timestamptz not null,
  passed_on_at timestamptz,
  seen_by uuid,
  seen_at timestamptz,
  review_on date,
  closed_at timestamptz,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
create index concern_pupil on concern (owner_id, pupil_id, created_at);
create index concern_newest on concern (owner_id, created_at desc, id desc);
create index concern_unseen on concern (owner_id, look_by) where seen_at is null;
create index concern_review on concern (owner_id, review_on) where review_on is not null and closed_at is null;

-- What was added to a concern. Nothing in it is ever changed.
create table concern_entry (
  owner_id uuid not null,
  id uuid not null,
  concern_id uuid not null,
  kind text not null,
  text text not null,
  -- of a referral and of an answer: who it went to or came from
  whom text not null,
  on_date date not null,
  -- of a link: the other concern
  other_id uuid,
  written_by uuid not null,
  created_at timestamptz not null,
  primary key (owner_id, id),
  constraint concern_entry_kind check (kind in
    ('more', 'note', 'action', 'referral', 'answer', 'decision', 'link', 'child', 'closed', 'reopened')),
  constraint concern_entry_concern foreign key (owner_id, concern_id) references concern (owner_id, id)
);
create index concern_entry_of on concern_entry (owner_id, concern_id, created_at);

-- Who printed the chronology of a child, and why.
create table concern_print (
  owner_id uuid not null,
  id uuid not null,
  pupil_id uuid not null,
  printed_by uuid not null,
  reason text not null,
  printed_at timestamptz not null,
  primary key (owner_id, id)
);
create index concern_print_pupil on concern_print (owner_id, pupil_id, printed_at desc);

-- Who reads concerns beside the safeguarding lead, and how soon somebody must look.
create table concern_settings (
  owner_id uuid not null,
  roles text[] not null,
  -- school hours
  hours integer not null,
  opens_at text not null,
  closes_at text not null,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  primary key (owner_id)
);
