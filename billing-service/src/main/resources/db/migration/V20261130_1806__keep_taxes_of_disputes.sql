-- What is in dispute with its taxes, as the invoice withholds it and customers read it on the bill.
alter table dispute_line add column amount_with_taxes numeric(16, 4);
update dispute_line set amount_with_taxes = amount;
alter table dispute_line alter column amount_with_taxes set not null;
create index credit_note_source on credit_note (source_ref) where source_ref is not null;
