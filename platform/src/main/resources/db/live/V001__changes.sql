-- What changed, for browsers: ids only, written in the transaction of the change, kept for an hour.
-- tx tells readers what they have not seen yet: ids are given out before the commit, so they do not arrive in order.
create table live.change (
    id        bigint generated always as identity primary key,
    tx        xid8 not null default pg_current_xact_id(),
    at        timestamptz not null default clock_timestamp(),
    topic     text not null,
    kind      text not null,
    ref       text not null,
    unit_path text collate "C" not null
);
create index change_by_transaction on live.change (tx);
create index change_by_time on live.change (at);
grant delete on live.change to lianxin_service;

alter table live.change enable row level security;
create policy changes_in_scope on live.change for select to lianxin_service using (
    (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[])
    or (select audit.scope_all()));
create policy told_by_anyone_known on live.change for insert to lianxin_service
    with check ((select audit.scope_all()) or (select audit.scope_staff()) is not null);
create policy forgotten_by_jobs on live.change for delete to lianxin_service using ((select audit.scope_all()));
