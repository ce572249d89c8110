-- Follow-up at 1, 7 and 30 days, and what was counted as saved and is not.

alter table warning.episode
    add column unsaved_cents bigint not null default 0 check (unsaved_cents >= 0);  -- counted as saved until a loss came within 30 days

create table warning.follow_up (
    episode_id uuid        not null references warning.episode on delete cascade,
    round      smallint    not null,
    day        smallint    not null,
    due_at     timestamptz not null,
    ordered_at timestamptz,
    result     text check (result in ('safe', 'lost', 'not-reached')),
    done_at    timestamptz,
    primary key (episode_id, round, day)
);
comment on table warning.follow_up is 'When a person is asked again whether anything was lost, and what came of it';
create index follow_up_due on warning.follow_up (due_at) where ordered_at is null;

alter table warning.follow_up enable row level security;
create policy scope on warning.follow_up using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
