-- Enterprises administer their partners' programs themselves, down to single accounts.

alter table api_client add column account_ids text[]; -- null: all accounts of its enterprises

-- On how many enterprises a client is bound, without saying which.
create function enterprises_of_client(wanted text) returns bigint
language sql stable security definer set search_path = public
as $$ select count(*) from api_client_enterprise where client_id = wanted $$;
