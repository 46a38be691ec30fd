-- All documents of an order, issued once per version and never changed; the acknowledgement letters move here.
create table order_document (
  document_id uuid primary key,
  order_number text not null references orders,
  enterprise_id text not null,
  account_id text not null,
  kind text not null,
  document_version int not null,
  template text not null, -- by which it is shown, whatever later ones look like
  issued_at timestamptz not null,
  content jsonb not null,
  unique (order_number, kind, document_version)
);
insert into order_document select document_id, order_number, enterprise_id, account_id, 'ACKNOWLEDGEMENT',
  letter_version, 'v1', issued_at, content from acknowledgement_letter;
call tenant_table('order_document', 'account_id');
revoke update, delete on order_document from ${appRole};
drop table acknowledgement_letter;
