-- Into the table that all services share. Nobody looked yet whether these are clean: they wait until a scanner did.
insert into attachment (attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type, size_bytes,
  sha256, content, scan, added_at, added_by, source)
select attachment_id, 'billing-request', request_number, enterprise_id, account_id, file_name, media_type, size,
  digest, content, 'PENDING', added_at, added_by, source
from billing_request_attachment order by id;
drop table billing_request_attachment;
