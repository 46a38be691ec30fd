-- Product offerings with effective dates, prices by date, and where they are available.

alter table product_offering
  add column description text not null default '',
  add column effective_from date not null default '2020-01-01',
  add column effective_until date, -- last day on which it is offered
  add column acceptance_window_days int not null default 5, -- business days; 5 unless the product says otherwise (domain b.2)
  add column version bigint not null default 0;
alter table product_offering alter column effective_from drop default, alter column version drop default;
update product_offering set description = case family
  when 'ETHERNET' then 'Point-to-point Ethernet between two sites, with a class of service'
  when 'INTERNET' then 'Internet access with a guaranteed rate in both directions'
  when 'TDM' then 'Dedicated time-division circuit between two sites'
  when 'WAVELENGTH' then 'A wavelength of its own on the optical network'
  else 'Telephony over the customer''s own telephone system' end;

create table product_price (
  product_code text not null references product_offering,
  effective_from date not null,
  monthly_recurring numeric(12, 2) not null,
  non_recurring numeric(12, 2) not null,
  currency text not null,
  primary key (product_code, effective_from)
);
insert into product_price select code, '2020-01-01', monthly_recurring, non_recurring, currency from product_offering;
alter table product_offering drop column monthly_recurring, drop column non_recurring, drop column currency;

-- A country such as US or a state such as US-AK; a state's row counts before its country's.
create table product_availability (
  product_code text not null references product_offering,
  region text not null,
  available boolean not null,
  primary key (product_code, region)
);
insert into product_availability select code, 'US', true from product_offering;
insert into product_availability values
  ('WAVELENGTH_10G', 'US-AK', false), ('WAVELENGTH_10G', 'US-HI', false),
  ('DS1', 'US-HI', false), ('DS3', 'US-HI', false);

-- What a sales engineer found out about one site; counts before every region.
create table site_availability (
  site_id text not null references site (site_id),
  product_code text not null references product_offering,
  enterprise_id text not null,
  available boolean not null,
  reason text,
  primary key (site_id, product_code)
);
call tenant_table('site_availability');
