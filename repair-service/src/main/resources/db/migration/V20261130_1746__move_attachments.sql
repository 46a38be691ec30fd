-- Into the table that all services share, with what is known of them.
insert into attachment (attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type, size_bytes,
  sha256, content, scan, threat, added_at, added_by, source)
select attachment_id, 'ticket', ticket_number, enterprise_id, account_id, name, media_type, size_bytes,
  sha256, content, scan, threat, added_at, added_by_name, source
from ticket_attachment order by id;
drop table ticket_attachment;
