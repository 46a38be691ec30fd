-- A file that a scanner answers nothing to is tried again a few times and then given up.
alter table attachment
  add column scan_attempts int not null default 0,
  add column next_scan_at timestamptz;
create index attachment_next_scan on attachment (next_scan_at, id) where scan = 'PENDING';
drop index attachment_unscanned;
grant update (scan_attempts, next_scan_at) on attachment to ${appRole};
