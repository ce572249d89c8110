-- The keystore: lives in a database of its own, with a backup of its own (decision 3).
create table data_key (
    id           uuid primary key,
    wrapped      bytea,
    made_at      timestamptz not null default now(),
    destroyed_at timestamptz,
    check ((wrapped is null) = (destroyed_at is not null))
);

comment on table data_key is 'One key per case, wrapped by the installation''s key; a destroyed one keeps its id only';
