-- Whether the demo city lives, and which node lets it.
create table demo.life (
    only_row   boolean primary key default true check (only_row),
    running    boolean not null default false,
    node       uuid,
    kept_until timestamptz not null default '-infinity'
);
insert into demo.life default values;
