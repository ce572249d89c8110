-- 话术: what is said on the phone, by scam type and version. No personal content.

create table warning.script_version (
    scam_type  text        not null,
    version    int         not null,
    state      text        not null check (state in ('draft', 'live', 'retired')),
    base       int         not null,  -- the version it was made from; 0 for the first
    content    text        not null,
    made_at    timestamptz not null,
    made_by    text        not null,
    live_since timestamptz,
    live_by    text,
    reason     text,
    primary key (scam_type, version),
    check (state = 'draft' or (live_since is not null and live_by is not null and reason is not null))
);
comment on table warning.script_version is 'Every version of every script, kept for good: calls name the version they used';
create unique index script_version_live on warning.script_version (scam_type) where state = 'live';

alter table warning.script_version enable row level security;
create policy scripts_are_read_by_staff on warning.script_version for select to lianxin_service using (
    (select audit.scope_job()) is not null or (select audit.scope_staff()) is not null);
create policy scripts_are_kept_by_their_job on warning.script_version to lianxin_service
    using ((select audit.scope_job()) = 'warning.scripts') with check ((select audit.scope_job()) = 'warning.scripts');
