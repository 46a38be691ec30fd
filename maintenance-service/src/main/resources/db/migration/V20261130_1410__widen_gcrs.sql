-- What is worked on in the network, so that two works on one element can be told apart in time.
alter table gcr add column network_elements text[] not null default '{}';
create index gcr_network_elements on gcr using gin (network_elements);

-- Services join and leave a GCR after customers were told of it. Who leaves keeps the row, for a notice always lists services.
alter table service_impact
  add column changed_at int, -- the sequence at which it joined, or became worse; null as it was announced
  add column dropped_at int, -- the sequence at which it left; null while it is hit
  add column noticed_at timestamptz; -- when customers were told of an impact that was not announced with the GCR

create index gcr_window_lapsing on gcr_window (ends_at) where state in ('scheduled', 'tentative');
