-- Pieces of due work that failed: left alone until their time has come again, so that they hold up no other.
create table due_work_failure (
  work text not null,
  item text not null,
  attempts int not null default 1,
  next_try_at timestamptz not null,
  reason text not null,
  primary key (work, item)
);
