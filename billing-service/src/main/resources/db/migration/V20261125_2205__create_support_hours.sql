-- When billing support is open, by segment (handbook S52); days and holidays are data.

create table support_hours (
  segment text not null,
  weekday int not null check (weekday between 1 and 7), -- Monday is 1
  time_zone text not null,
  opens time not null,
  closes time not null check (closes > opens),
  primary key (segment, weekday)
);
insert into support_hours
  select 'ENTERPRISE', day, 'America/Chicago', '07:00', '19:00' from generate_series(1, 5) as day;
insert into support_hours
  select 'NATIONAL_WHOLESALE', day, 'America/Chicago', '08:00', '17:00' from generate_series(1, 5) as day;

create table support_holiday (
  segment text not null,
  day date not null,
  name text not null,
  primary key (segment, day)
);
