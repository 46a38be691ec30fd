-- What ordering knows of its neighbours, by event, and the catalogue.

create table account_ref (
  account_id text primary key,
  enterprise_id text not null,
  name text not null,
  time_zone text not null,
  currency text not null,
  version bigint not null
);
create index account_ref_enterprise on account_ref (enterprise_id);
call tenant_table('account_ref');

-- Provider staff who can care for orders; no enterprise's data.
create table care_manager (
  user_id text primary key,
  name text not null,
  phone text,
  email text not null,
  active boolean not null,
  version bigint not null,
  last_assigned_at timestamptz
);

create table product_offering (
  code text primary key,
  name text not null,
  family text not null,
  bandwidth text not null,
  monthly_recurring numeric(12, 2) not null,
  non_recurring numeric(12, 2) not null,
  currency text not null,
  circuit_prefix text not null
);
insert into product_offering values
  ('ETHERNET_100M', 'Ethernet Virtual Private Line 100 Mbit/s', 'ETHERNET', '100 Mbit/s', 480.00, 500.00, 'USD', 'ET'),
  ('ETHERNET_1G', 'Ethernet Virtual Private Line 1 Gbit/s', 'ETHERNET', '1 Gbit/s', 1000.00, 750.00, 'USD', 'ET'),
  ('INTERNET_1G', 'Dedicated Internet Access 1 Gbit/s', 'INTERNET', '1 Gbit/s', 850.00, 500.00, 'USD', 'IA'),
  ('DS1', 'Private Line DS1', 'TDM', '1.544 Mbit/s', 210.00, 250.00, 'USD', 'HC'),
  ('DS3', 'Private Line DS3', 'TDM', '44.736 Mbit/s', 1400.00, 900.00, 'USD', 'HF'),
  ('WAVELENGTH_10G', 'Wavelength 10 Gbit/s', 'WAVELENGTH', '10 Gbit/s', 3200.00, 2500.00, 'USD', 'OW'),
  ('VOICE_SIP', 'SIP Trunk, 100 concurrent calls', 'VOICE', '100 calls', 600.00, 300.00, 'USD', 'VT');

create sequence site_number start 100001;
create table site (
  id bigint generated always as identity primary key,
  site_id text not null unique,
  enterprise_id text not null,
  name text not null,
  street text not null,
  city text not null,
  state text not null,
  postal_code text not null,
  country text not null,
  created_at timestamptz not null
);
create index site_enterprise on site (enterprise_id, created_at desc, id desc);
call tenant_table('site');
