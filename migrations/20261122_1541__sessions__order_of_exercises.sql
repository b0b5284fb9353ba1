-- An exercise keeps its number, by which it is addressed; where it stands in the order is its position.
alter table programme_exercise add column position integer not null default 0;
update programme_exercise set position = number;
