-- The taxes that a credit note gives back with its lines; amount is with them. Credits before had none.
alter table credit_note add taxes jsonb not null default '[]';
