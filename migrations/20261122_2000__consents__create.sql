-- The register of consents: what was said about a pupil, for which purpose and for how long. The school is the owner.
-- A new answer ends the one before it; nothing is written over.

create table consent (
  owner_id uuid not null,
  id uuid not null,
  -- the pupil
  person_id uuid not null,
  -- of catalogue/consent-purposes.json
  purpose text not null,
  answer text not null,
  -- who said so: a name and what they are to the pupil, or the pupil
  given_by text not null,
  how text not null,
  given_on date not null,
  -- the last day of a consent; a refusal stands until there is another answer
  until date,
  recorded_by uuid not null,
  -- what was written down at one go, so that it can be taken back at one go
  batch_id uuid not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid,
  -- who said that it is taken back
  withdrawn_word text,
  ended_at timestamptz,
  -- the batch whose answer came in its place
  ended_by_batch uuid,
  primary key (owner_id, id),
  constraint consent_answer check (answer in ('given', 'refused')),
  constraint consent_how check (how in ('paper', 'form', 'spoken', 'message')),
  constraint consent_until_known check (answer = 'refused' or until is not null),
  constraint consent_until_after check (until is null or until >= given_on),
  constraint consent_withdrawn_whole check ((withdrawn_at is null) = (withdrawn_by is null))
);
create unique index consent_standing on consent (owner_id, person_id, purpose) where ended_at is null;
create index consent_person on consent (owner_id, person_id, created_at);
create index consent_batch on consent (owner_id, batch_id);
create index consent_ended_by on consent (owner_id, ended_by_batch) where ended_by_batch is not null;
create index consent_runs_out on consent (owner_id, until) where ended_at is null;
