-- 唤醒: sessions with somebody who does not believe the warning, and what was done in them. Without personal content.

create table warning.awakening (
    id         uuid primary key,
    episode_id uuid        not null references warning.episode on delete cascade,
    state      text        not null check (state in ('listening', 'testing', 'reading', 'agreeing', 'paused', 'done', 'broken-off')),
    step       text        not null check (step in ('listening', 'testing', 'reading', 'agreeing')),
    scam_type  text        not null,
    paper      jsonb       not null,  -- seed, versions and the questions that were drawn
    before     text check (before in ('unsure', 'disbelieves', 'coached', 'paid')),
    after      text check (after in ('believes', 'unsure', 'disbelieves', 'coached')),
    agreed     text,  -- words with commas
    days       smallint,
    opened_at  timestamptz not null,
    ended_at   timestamptz,
    check ((state in ('done', 'broken-off')) = (ended_at is not null)),
    check (state <> 'done' or (before is not null and after is not null and days is not null))
);
comment on table warning.awakening is 'A guided session about one episode: one test, two specialists, three categories, four steps; voluntary';
create unique index awakening_under_way on warning.awakening (episode_id) where ended_at is null;
create index awakening_episode on warning.awakening (episode_id, opened_at);
create index awakening_latest on warning.awakening ((ended_at is not null), opened_at desc, id);

create table warning.awakening_event (
    id           uuid primary key,
    awakening_id uuid        not null references warning.awakening on delete cascade,
    episode_id   uuid        not null,
    at           timestamptz not null,
    staff_id     uuid        not null,
    deed         text        not null check (deed in ('open', 'arrive', 'leave', 'believe', 'answer', 'show', 'finish', 'pause',
                                                      'resume', 'break-off')),
    step         text        not null check (step in ('listening', 'testing', 'reading', 'agreeing')),
    detail       text check (length(detail) <= 40)
);
comment on table warning.awakening_event is 'What was done in a session, by whom and when: the printed record';
create index awakening_event_session on warning.awakening_event (awakening_id, at, id);
create index awakening_event_episode on warning.awakening_event (episode_id, at);

grant delete on warning.awakening, warning.awakening_event to lianxin_service;

alter table warning.awakening enable row level security;
create policy scope on warning.awakening using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
alter table warning.awakening_event enable row level security;
create policy scope on warning.awakening_event using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
