-- Files that came with a form which was sent back: they go with its next sending, within a day.
create table held_upload (
  owner_id uuid not null,
  id uuid not null,
  -- The address that the form is sent to.
  form text not null,
  field text not null,
  name text not null,
  media_type text not null,
  bytes bigint not null,
  sha256 text not null,
  held_at timestamptz not null,
  primary key (owner_id, id)
);
