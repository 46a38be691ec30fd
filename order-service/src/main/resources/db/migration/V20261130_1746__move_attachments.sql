-- Into the table that all services share. Nobody looked yet whether these are clean: they wait until a scanner did.
insert into attachment (attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type, size_bytes,
  sha256, content, scan, added_at, added_by, source)
select attachment_id, 'order', order_number, enterprise_id, account_id, name, media_type, size_bytes,
  encode(sha256(content), 'hex'), content, 'PENDING', at, author, source
from order_attachment order by id;
insert into attachment (attachment_id, holder_kind, holder_id, enterprise_id, account_id, name, media_type, size_bytes,
  sha256, content, scan, added_at, added_by, source)
select document_id, 'credit-application', application_number, enterprise_id, account_id, file_name, media_type, size,
  sha256, content, 'PENDING', added_at, added_by, source
from credit_document order by added_at, document_id;
drop table order_attachment;
drop table credit_document;
