-- Lists that leave the house. More than fifty persons need a second person; what was agreed to is exactly what was asked for.
create table warning.export (
    id            uuid primary key,
    unit_path     text        not null collate "C",
    staff_id      uuid        not null,
    made_by       text        not null,
    made_at       timestamptz not null default lianxin_now(),
    reason        text        not null,
    unmasked      boolean     not null,
    episodes      uuid[]      not null,
    state         text        not null check (state in ('asked', 'agreed', 'refused', 'taken')),
    decided_staff uuid,
    decided_by    text,
    decided_at    timestamptz,
    decided_why   text,
    taken_at      timestamptz,
    check (decided_staff is null or decided_staff <> staff_id)
);
comment on table warning.export is 'Who asked to take which episodes out, who agreed, and that it was taken once';
create index export_by_unit on warning.export (unit_path, made_at desc);
alter table warning.export enable row level security;
create policy scope on warning.export using (
    (select audit.scope_all()) or staff_id = (select audit.scope_staff())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[]));
