-- Issued invoices that are still to be mailed as PDF.
create table pdf_to_mail (
  invoice_number text primary key,
  enterprise_id text not null,
  account_id text not null
);
call tenant_table('pdf_to_mail', 'account_id');
