-- Lines of a withdrawn invoice whose charges go on the next one: neither a charge nor a credit that later bills look at.
alter table invoice_line_state add billed_anew boolean not null default false;

-- PDFs are made in the order in which their invoices were issued.
alter table pdf_to_mail add id bigint generated always as identity unique;
