-- Families asked to answer for themselves: which purposes, until when what they give holds, and what each of them said.
create table consent_round (
  owner_id uuid not null,
  id uuid not null,
  purposes text[] not null,
  -- by when the school would like to have an answer
  answer_by date not null,
  -- the last day of what is given
  until date not null,
  asked_by uuid not null,
  created_at timestamptz not null,
  ended_at timestamptz,
  primary key (owner_id, id)
);
create index consent_round_newest on consent_round (owner_id, created_at desc);

-- What one grown-up said about one child. Whoever changes their mind says it again: the last word counts.
create table consent_said (
  owner_id uuid not null,
  id uuid not null,
  round_id uuid not null,
  pupil_id uuid not null,
  adult_id uuid not null,
  purpose text not null,
  answer text not null,
  said_at timestamptz not null,
  primary key (owner_id, id),
  constraint consent_said_answer check (answer in ('given', 'refused')),
  constraint consent_said_round foreign key (owner_id, round_id) references consent_round (owner_id, id)
);
create index consent_said_of on consent_said (owner_id, round_id, pupil_id, purpose, said_at);
