-- What went well with some pupils since a day, without reading what went well with everybody.
create index behaviour_event_well on behaviour_event (owner_id, pupil_id, happened_on)
  where tone = 'positive' and ended_at is null;
