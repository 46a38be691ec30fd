-- When an inquiry is to be answered, and the alarms on the way there.
alter table inquiry add column due_at timestamptz, add column next_alarm_at timestamptz;
update inquiry set due_at = asked_at + interval '24 hours';
alter table inquiry alter column due_at set not null;
create index inquiry_alarm on inquiry (next_alarm_at) where next_alarm_at is not null;
