-- What teachers teach with, and anybody on the staff can find, use and adapt: pages for now.
-- Titles are found in spite of a slip of the finger, and both by owner first.
create extension if not exists btree_gin;
create extension if not exists pg_trgm;

create table resource (
  owner_id uuid not null,
  id uuid not null,
  title text not null,
  summary text not null,
  -- Markdown, as src/ui/text reads it
  text text not null,
  subject text not null,
  year_label text,
  -- title, subject and year as they are compared: without case, accents and marks
  heading text not null,
  -- all words that can be searched for
  words tsvector not null,
  -- the one it was adapted from, and its version then; it may be another organisation's
  copied_from_owner uuid,
  copied_from uuid,
  copied_version integer,
  -- when somebody should look whether it still holds
  review_on date,
  -- staff find it in the bank; null while its author alone has it
  shared_at timestamptz,
  version integer not null,
  changed_by uuid not null,
  changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (owner_id, id)
);
create index resource_heading on resource using gin (owner_id, heading gin_trgm_ops);
create index resource_words on resource using gin (owner_id, words);
create index resource_newest on resource (owner_id, changed_at desc, id desc);
create index resource_copies on resource (owner_id, copied_from) where copied_from is not null;
