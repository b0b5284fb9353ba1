-- When somebody left stands apart from what they answered last, so that being asked again and saying no
-- does not take it back. Joining again clears it.
alter table agreement_party add column left_at timestamptz;
update agreement_party set left_at = answered_at where answer = 'left';
