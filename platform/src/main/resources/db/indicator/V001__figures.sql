-- What figures are made from: one line per warning, without a person, learned from what the warning module tells; its counts per
-- day and unit; and the counts of ended months as they stood, which nobody changes.

create table indicator.fact (
    episode_id     uuid primary key,
    number         text        not null,
    unit_id        uuid        not null,
    unit_path      text        not null collate "C",
    day            date        not null,  -- in Asia/Shanghai
    received_at    timestamptz not null,
    source         text        not null,
    level          smallint    not null,
    scam_type      text        not null,
    state          text        not null,
    reached_at     timestamptz,
    reached_by     text,
    false_alarm    boolean     not null,
    saved_cents    bigint      not null,
    unsaved_cents  bigint      not null,
    lost_cents     bigint      not null,
    called_hour    smallint,   -- of the first call to the person's own number, in Asia/Shanghai
    call_reached   boolean,
    script_type    text,
    script_version int,
    belief         text
);
comment on table indicator.fact is 'One warning as a figure sees it: no name, no number to call, nobody on staff';
create index fact_by_unit on indicator.fact (unit_id, day);
create index fact_by_day on indicator.fact (day, unit_path);

create table indicator.day (
    day               date   not null,
    unit_id           uuid   not null,
    unit_path         text   not null collate "C",
    warnings          int    not null,
    lost              int    not null,
    reached_5         int    not null,
    reached_30        int    not null,
    by_phone          int    not null,
    by_message        int    not null,
    by_visit          int    not null,
    by_track          int    not null,
    saved             int    not null,
    saved_first       int    not null,
    saved_cents       bigint not null,
    saved_first_cents bigint not null,
    primary key (day, unit_id)
);
comment on table indicator.day is 'Counts of one unit on one day, that unit alone; worked out from the facts';

create table indicator.source_day (
    day          date not null,
    unit_id      uuid not null,
    unit_path    text not null collate "C",
    source       text not null,
    warnings     int  not null,
    false_alarms int  not null,
    primary key (day, unit_id, source)
);

create table indicator.frozen_month (
    month     date primary key check (extract(day from month) = 1),
    frozen_at timestamptz not null
);
create table indicator.frozen (
    month             date   not null references indicator.frozen_month,
    unit_id           uuid   not null,
    unit_path         text   not null collate "C",
    warnings          int    not null,
    lost              int    not null,
    reached_5         int    not null,
    reached_30        int    not null,
    by_phone          int    not null,
    by_message        int    not null,
    by_visit          int    not null,
    by_track          int    not null,
    saved             int    not null,
    saved_first       int    not null,
    saved_cents       bigint not null,
    saved_first_cents bigint not null,
    primary key (month, unit_id)
);
comment on table indicator.frozen is 'The counts of an ended month as they stood when it was frozen (IN-09)';

create function indicator.keep() returns trigger language plpgsql as $$
begin
    raise exception 'indicator.% is frozen', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger keep before update or delete on indicator.frozen for each row execute function indicator.keep();
create trigger keep_all before truncate on indicator.frozen for each statement execute function indicator.keep();
create trigger keep before update or delete on indicator.frozen_month for each row execute function indicator.keep();
create trigger keep_all before truncate on indicator.frozen_month for each statement execute function indicator.keep();

grant delete on indicator.fact, indicator.day, indicator.source_day to lianxin_service;

do $$
declare
    name text;
begin
    foreach name in array array['fact', 'day', 'source_day', 'frozen'] loop
        execute format('alter table indicator.%I enable row level security', name);
        execute format(
            'create policy scope on indicator.%I using (
                (select audit.scope_all())
                or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
                or unit_path ^@ any ((select audit.scope_chosen())::text[]))', name);
    end loop;
end $$;
