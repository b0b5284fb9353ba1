-- Until when a check of somebody's record holds, and badges.

-- The last day on which the check holds; null where it has no end.
alter table visitor_check add column until_on date;
-- Whether the desk prints a badge for whoever it signs in.
alter table visitor_settings add column badges boolean not null default false;
-- The colour of a badge by kind of visitor, as {"contractor": "orange"}; a kind that is not named has none.
alter table visitor_settings add column badge_colours jsonb not null default '{}';
create index visitor_of_series on visitor (owner_id, series_id) where series_id is not null;
