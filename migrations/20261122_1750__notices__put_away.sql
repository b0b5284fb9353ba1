-- What waited for somebody who left a circle is done, and carries the circle by which it waits again when they
-- come back.
alter table notice add column left_circle_id uuid;
