-- Of ten million signals those of today lie together in the table: an index over the time finds them at the cost of their number.
drop index warning.signal_received;
create index signal_received on warning.signal (received_at);
