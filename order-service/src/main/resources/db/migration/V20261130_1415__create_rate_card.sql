-- What delivery takes and what hurrying, changing and cancelling costs; no enterprise's data. The amounts of today are
-- defaults (domain b.2, rules 1 and 3): operations publish their own over HTTP.

create table standard_interval (
  product_code text not null references product_offering,
  region text not null, -- empty: wherever no other applies
  effective_from date not null,
  value int,
  unit text not null,
  primary key (product_code, region, effective_from),
  check ((value is null) = (unit = 'ICB'))
);
insert into standard_interval values
  ('DS1', '', '2020-01-01', 6, 'BUSINESS_DAYS'),
  ('DS3', '', '2020-01-01', 15, 'BUSINESS_DAYS'),
  ('ETHERNET_100M', '', '2020-01-01', null, 'ICB'),
  ('ETHERNET_1G', '', '2020-01-01', null, 'ICB'),
  ('INTERNET_1G', '', '2020-01-01', 20, 'BUSINESS_DAYS'),
  ('WAVELENGTH_10G', '', '2020-01-01', null, 'ICB'),
  ('VOICE_SIP', '', '2020-01-01', 14, 'CALENDAR_DAYS');

create table rate_card (
  effective_from date primary key,
  content jsonb not null,
  published_at timestamptz not null
);
revoke update, delete on rate_card from ${appRole};
insert into rate_card values ('2020-01-01', '{
  "effectiveFrom": "2020-01-01",
  "expeditePerDay": {"amount": "300.00", "currency": "USD"},
  "timing": {"engineeringAfter": 5, "expeditedEngineeringAfter": 2, "preStartBefore": 5, "pointOfNoReturnBefore": 2},
  "modifications": [
    {"changeKind": "DATE", "stage": "PRE_ENGINEERING", "amount": {"amount": "50.00", "currency": "USD"}},
    {"changeKind": "DATE", "stage": "POST_ENGINEERING", "amount": {"amount": "200.00", "currency": "USD"}},
    {"changeKind": "DATE", "stage": "PRE_START", "amount": {"amount": "400.00", "currency": "USD"}},
    {"changeKind": "TECHNICAL", "stage": "PRE_ENGINEERING", "amount": {"amount": "100.00", "currency": "USD"}},
    {"changeKind": "TECHNICAL", "stage": "POST_ENGINEERING", "amount": {"amount": "400.00", "currency": "USD"}},
    {"changeKind": "TECHNICAL", "stage": "PRE_START", "amount": {"amount": "800.00", "currency": "USD"}}],
  "cancellations": [
    {"stage": "PRE_ENGINEERING", "flat": {"amount": "100.00", "currency": "USD"}, "percentOfNonRecurring": "0", "monthsOfRecurring": 0},
    {"stage": "POST_ENGINEERING", "flat": {"amount": "200.00", "currency": "USD"}, "percentOfNonRecurring": "50", "monthsOfRecurring": 0},
    {"stage": "PRE_START", "flat": {"amount": "200.00", "currency": "USD"}, "percentOfNonRecurring": "100", "monthsOfRecurring": 1}]
}', '2020-01-01T00:00:00Z');
