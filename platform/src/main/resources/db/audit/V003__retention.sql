-- How long what is kept. A dated table; the unit's law may change a term by a migration, nobody by configuration.
create table audit.retention_term (
    rule   text primary key,
    term   interval not null check (term > interval '0'),
    since  date     not null,
    source text     not null
);
revoke insert, update, delete on audit.retention_term from lianxin_service;
insert into audit.retention_term (rule, term, since, source) values
    ('warning.content', '90 days', '2026-11-22', 'Personal Information Protection Law art. 19; 90 days after closing'),
    ('warning.skeleton', '3 years', '2026-11-22', 'decision 6: figures and repeats without content'),
    ('warning.import', '30 days', '2026-11-22', 'the term for taking a batch back'),
    ('warning.quarantine', '30 days', '2026-11-22', 'as what is rejected of an import'),
    ('warning.caller-code', '1 day', '2026-11-22', 'a code lives ten minutes'),
    ('notification.simulated', '7 days', '2026-11-22', 'handsets of a demonstration'),
    ('organisation.session', '90 days', '2026-11-22', 'sign-ins that have ended'),
    ('organisation.attempt', '2 days', '2026-11-22', 'bounds on guessing look back a day');

-- What is kept past its term, for whom and until when: nothing is kept longer without a line here.
create table audit.hold (
    id             uuid primary key,
    subject_module text        not null,
    subject_id     uuid        not null,
    reason         text        not null check (length(reason) between 2 and 500),
    made_by        text        not null,
    made_at        timestamptz not null default lianxin_now(),
    until_at       timestamptz not null
);
create index hold_by_subject on audit.hold (subject_id);
alter table audit.hold enable row level security;
create policy jobs on audit.hold using ((select audit.scope_job()) is not null);
revoke delete on audit.hold from lianxin_service;  -- a hold that is lifted ends; that it was there stays

-- What happened before this is past its term; null, and so nothing, for a rule that is not in the table.
create function audit.expires_before(rule text) returns timestamptz
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select lianxin_now() - t.term from audit.retention_term t where t.rule = expires_before.rule
$$;

create function audit.is_held(module text, subject uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from audit.hold h
                   where h.subject_id = subject and h.subject_module = module and h.until_at > lianxin_now())
$$;
revoke all on function audit.expires_before(text), audit.is_held(text, uuid) from public;
grant execute on function audit.expires_before(text), audit.is_held(text, uuid) to lianxin_service;
