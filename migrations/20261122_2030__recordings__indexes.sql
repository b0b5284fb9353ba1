-- With 2,000 recordings in a school: who was taken back, what runs out and what waits to be made were searched for in all.
create index recording_pupil_taken_back on recording_pupil (owner_id, recording_id) where taken_back_at is not null;
create index recording_upload_running_out on recording_upload (owner_id, expires_at)
  where finished_at is null and ended_at is null;
create index recording_to_make on recording (owner_id, arrived_at) where state in ('arrived', 'making');
