-- What the people room keeps beside the foundation.

-- Where a guest comes from: "Bangor University".
alter table member add column comes_from text;
-- The address a link was sent to, or that it proves; none for a link handed over.
alter table link_token add column address text;

-- When somebody works. A person without a row works whenever the school is open.
create table working_pattern (
  owner_id uuid not null,
  person_id uuid not null,
  -- [{ "day": "monday", "from": "08:30", "until": "15:30" }], the days worked, in order
  days jsonb not null,
  -- in their own words: "every other Friday"
  note text not null,
  version integer not null,
  updated_by uuid not null,
  updated_at timestamptz not null,
  primary key (owner_id, person_id)
);
