-- Opening something by law: two people in different roles agree, and may read one item for a time.
-- What the kernel reads is in access_override, under the owner of the item; here is who asked, why, and
-- who agreed or declined. The owner is the organisation.

create table override_request (
  owner_id uuid not null,
  id uuid not null,
  -- across owners: the item, and whose it is
  item_owner uuid not null,
  item_id uuid not null,
  item_kind text not null,
  author_id uuid not null,
  asked_by uuid not null,
  -- the roles the asker held then
  asked_as text[] not null,
  reason text not null,
  asked_at timestamptz not null,
  -- from when its author is told, where telling at once would endanger someone
  hidden_until timestamptz,
  answered_by uuid,
  answered_at timestamptz,
  agreed boolean,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  primary key (owner_id, id),
  constraint override_request_two check (answered_by <> asked_by and author_id <> asked_by and author_id <> answered_by)
);
create index override_request_list on override_request (owner_id, asked_at);
