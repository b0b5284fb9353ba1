-- A partner may leave: the answer becomes 'left', answered_at says when, and why is their own sentence, if any.
alter table agreement_party add column why text not null default '';
alter table agreement_party drop constraint agreement_party_answer;
alter table agreement_party add constraint agreement_party_answer
  check (answer in ('accepted', 'declined', 'withdrawn', 'left'));
