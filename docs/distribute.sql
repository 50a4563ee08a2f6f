-- Spreads the tables of the service over a Citus cluster, each partner's rows on one node: see server.md.
-- Once, on the coordinator, when the service has made its tables and is stopped:
--   psql -v ON_ERROR_STOP=1 -f distribute.sql "$DATABASE_URL"

-- Small, and about all partners: a copy on every node.
select create_reference_table('migrations');
select create_reference_table('partners');
select create_reference_table('rounds');
select create_reference_table('secrets');
select create_reference_table('signing_keys');

-- A foreign key is kept between two tables that are both spread: it goes, and comes back at the end.
alter table deliveries drop constraint deliveries_partner_id_event_id_fkey;
alter table events drop constraint events_partner_id_session_id_fkey;
alter table submissions drop constraint submissions_partner_id_session_id_fkey;

-- What is a partner's.
select create_distributed_table('sessions', 'partner_id', colocate_with => 'none');
select create_distributed_table('submissions', 'partner_id', colocate_with => 'sessions');
select create_distributed_table('events', 'partner_id', colocate_with => 'sessions');
select create_distributed_table('deliveries', 'partner_id', colocate_with => 'sessions');
select create_distributed_table('feeds', 'partner_id', colocate_with => 'sessions');
select create_distributed_table('launches', 'partner_id', colocate_with => 'sessions');
select create_distributed_table('turns', 'partner_id', colocate_with => 'sessions');

alter table submissions add constraint submissions_partner_id_session_id_fkey
  foreign key (partner_id, session_id) references sessions (partner_id, id) on delete cascade;
alter table events add constraint events_partner_id_session_id_fkey
  foreign key (partner_id, session_id) references sessions (partner_id, id) on delete cascade;
alter table deliveries add constraint deliveries_partner_id_event_id_fkey
  foreign key (partner_id, event_id) references events (partner_id, id) on delete cascade;
