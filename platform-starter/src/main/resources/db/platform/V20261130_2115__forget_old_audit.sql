-- The audit is append-only for the service, and ends all the same. How long it is kept is the owner's to say, and the
-- function alone deletes: by PostgreSQL's own clock, so that no caller, and no sandbox's clock, makes an entry older
-- than it is.

create table audit_retention (
  only_one boolean primary key default true check (only_one),
  kept_for interval not null check (kept_for > interval '0')
);
insert into audit_retention (kept_for) values (interval '${auditKeptFor}');
revoke insert, update, delete on audit_retention from ${appRole};

-- small, for a table that grows at its end
create index audit_entry_at on audit_entry using brin (at);

create function forget_old_audit(at_most int) returns bigint
language sql security definer set search_path = public
as $$
  with gone as (
    delete from audit_entry where id in (
      select id from audit_entry where at < now() - (select kept_for from audit_retention) limit at_most)
    returning 1)
  select count(*) from gone
$$;
revoke all on function forget_old_audit(int) from public;
