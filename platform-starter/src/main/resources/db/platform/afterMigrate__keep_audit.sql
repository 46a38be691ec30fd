-- At every start: what the configuration says today.
update audit_retention set kept_for = interval '${auditKeptFor}' where kept_for <> interval '${auditKeptFor}';
