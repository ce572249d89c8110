-- Signals, the episodes they join into, and what is known about them. Unit paths compare byte by byte (collation C).

create sequence warning.episode_serial;
create sequence warning.import_serial;

create table warning.episode (
    id              uuid primary key,
    number          text        not null,
    state           text        not null check (state in ('routing', 'open', 'working', 'searching', 'handing-over',
                                                          'follow-up', 'closed', 'history')),
    standing        text        not null default 'POTENTIAL_VICTIM' check (standing = 'POTENTIAL_VICTIM'),
    unit_id         uuid        not null,
    unit_path       text        not null collate "C",
    answering_unit  uuid,
    centre_unit     uuid        not null,
    holder_staff    uuid,
    place_code      text,
    place_name      text,
    routing_note    text,
    candidates      jsonb,
    urgency         smallint    not null,
    rank            smallint    not null check (rank between 0 and 100),
    why             jsonb       not null,
    rule_version    int         not null,
    level           smallint    not null,
    scam_type       text        not null,
    amount_cents    bigint,
    money_moving    boolean     not null,
    vulnerabilities smallint    not null default 0,
    name_masked     text,
    phone_masked    text,
    gender          text,
    age_decade      smallint,
    person_token    text,
    data_key        uuid        not null,
    signal_count    int         not null,
    first_signal_at timestamptz not null,
    last_signal_at  timestamptz not null,
    received_at     timestamptz not null,
    round           smallint    not null default 1,
    ordered         smallint    not null default 0,  -- grade of what was ordered in this round, 1 the most; 0 nothing
    saved_cents     bigint      not null default 0 check (saved_cents >= 0),
    lost_cents      bigint      not null default 0 check (lost_cents >= 0),
    outcome         text,
    reached_at      timestamptz,
    seen_at         timestamptz,
    closed_at       timestamptz,
    expired_at      timestamptz
);
comment on table warning.episode is 'All warnings about one person within a window; the person is only ever a possible victim';
create unique index episode_number on warning.episode (number);
-- Lists find their ids in an index that holds whatever they filter by, then fetch one screen of rows.
create index episode_open_by_rank on warning.episode (urgency, rank desc, id)
    include (unit_path, state, place_code, level, scam_type) where closed_at is null;
create index episode_open_by_unit on warning.episode (unit_path, urgency, rank desc, id)
    include (state, place_code, level, scam_type) where closed_at is null;
create index episode_waiting on warning.episode (state, urgency, rank desc, id)
    include (unit_path, received_at, place_code, level, scam_type)
    where closed_at is null and state in ('routing', 'searching', 'handing-over', 'follow-up');
create index episode_closed on warning.episode (closed_at, id)
    include (unit_path, state, place_code, level, scam_type) where closed_at is not null;
create index episode_closed_by_county on warning.episode (left(place_code, 6), closed_at, id)
    include (unit_path, state, place_code, level, scam_type) where closed_at is not null;
create index episode_held on warning.episode (holder_staff) where closed_at is null and holder_staff is not null;
create index episode_received on warning.episode (received_at, unit_path)
    include (id, state, level, reached_at, seen_at, saved_cents, lost_cents);

create table warning.signal (
    id           uuid primary key,
    episode_id   uuid        not null references warning.episode,
    unit_path    text        not null collate "C",
    sender       uuid        not null,  -- whose source ids these are: a unit's or a machine's
    source       text        not null,
    source_id    text        not null,
    content_mac  bytea       not null,
    occurred_at  timestamptz not null,
    received_at  timestamptz not null,
    level        smallint    not null,
    scam_type    text        not null,
    amount_cents bigint,
    money_moving boolean     not null,
    stated       smallint    not null,
    taken_as     text        not null check (taken_as in ('accepted', 'merged', 'history')),
    import_id    uuid,
    row_number   int
);
comment on table warning.signal is 'One report behind a warning, without its personal content';
create unique index signal_source on warning.signal (source_id, sender);
create index signal_episode on warning.signal (episode_id);
create index signal_import on warning.signal (import_id, row_number) where import_id is not null;
create index signal_received on warning.signal using brin (received_at) with (pages_per_range = 16);

create table warning.signal_content (
    signal_id uuid primary key,
    data_key  uuid  not null,
    sealed    bytea not null
);
comment on table warning.signal_content is 'All fields of the source, sealed under the key of the episode';
alter table warning.signal_content alter column sealed set storage external;

create table warning.search_token (
    token      bigint not null,
    episode_id uuid   not null,
    primary key (token, episode_id)
);
comment on table warning.search_token is 'Keyed hashes of name bigrams, initials, phone and last four, to search by (decision 4)';

create table warning.history (
    id         uuid primary key,
    episode_id uuid        not null,
    at         timestamptz not null,
    actor      text        not null,
    staff_id   uuid,
    what       text        not null,
    detail     jsonb
);
comment on table warning.history is 'What was done about an episode; without personal content';
create index history_episode on warning.history (episode_id, at);

create table warning.concerned (
    staff_id   uuid not null,
    episode_id uuid not null,
    since      timestamptz not null,
    primary key (staff_id, episode_id)
);
comment on table warning.concerned is 'Who has an order about an episode: those whose data scope is their own see these';

create table warning.note (
    id         uuid primary key,
    episode_id uuid        not null,
    data_key   uuid        not null,
    at         timestamptz not null,
    staff_id   uuid,
    sealed     bytea       not null
);
comment on table warning.note is 'What people write about an episode in their own words, sealed';
create index note_episode on warning.note (episode_id, at);

create table warning.phone_call (
    id         uuid primary key,
    episode_id uuid        not null,
    phone_id   text        not null,
    staff_id   uuid        not null,
    placed_at  timestamptz not null,
    result     text check (result in (
                   'reached', 'busy', 'no-answer', 'refused', 'switched-off', 'wrong-number', 'not-made')),
    result_at  timestamptz
);
create index phone_call_episode on warning.phone_call (episode_id, placed_at);

create table warning.caller_code (
    mac         bytea primary key,
    episode_id  uuid        not null,
    unit_name   text        not null,
    staff_tail  text        not null,
    purpose     text        not null,
    made_at     timestamptz not null,
    valid_until timestamptz not null,
    used_at     timestamptz,
    used_by     text check (used_by in ('page', 'message', 'hotline'))
);
comment on table warning.caller_code is 'What proves that a call is genuine: keyed hash of code and last four digits, one use';
create index caller_code_ends on warning.caller_code (valid_until);

create table warning.code_try (
    bucket bytea       not null,
    window_start timestamptz not null,
    tries  int         not null,
    primary key (bucket, window_start)
);
comment on table warning.code_try is 'How often a code was asked about, per address, per last four and altogether';

create table warning.rule_version (
    version    int primary key,
    state      text        not null check (state in ('draft', 'live', 'retired')),
    parameters jsonb       not null,
    made_at    timestamptz not null,
    made_by    text        not null,
    live_since timestamptz
);
create unique index rule_version_live on warning.rule_version (state) where state = 'live';
insert into warning.rule_version values (1, 'live',
    '{"TR-01":{"high":40,"medium":20,"low":5},"TR-02":{"10min":10,"1h":8,"6h":5,"24h":2},"TR-03":{"moving":20},"TR-04":{"500000yuan":15,"100000yuan":12,"10000yuan":6,"stated":2},"TR-05":{"stated":8},"TR-06":{"each":3,"most":7}}',
    now(), 'lianxin', now());

create table warning.import (
    id              uuid primary key,
    number          text        not null unique,
    unit_id         uuid        not null,
    unit_path       text        not null collate "C",
    made_by         text        not null,
    staff_id        uuid,
    made_at         timestamptz not null,
    file_name       text        not null,
    bytes           bigint      not null,
    data_key        uuid        not null,
    state           text        not null check (state in ('reading', 'dry-run-done', 'writing', 'done', 'failed', 'undoing',
                                                          'undone', 'cancelled')),
    sheet           text,
    columns         jsonb,
    rows            int         not null default 0,
    accepted        int         not null default 0,
    merged          int         not null default 0,
    history         int         not null default 0,
    rejected        int         not null default 0,
    duplicate       int         not null default 0,
    stopped_cells   int         not null default 0,
    processed       int         not null default 0,
    started_at      timestamptz,
    ended_at        timestamptz,
    problem         jsonb,
    kept_handled    int,
    lease_until     timestamptz,
    lease_token     bigint      not null default 0,
    uploaded        boolean     not null default false,  -- the whole file is here
    attempts        int         not null default 0,      -- how often it was taken up since it last got on
    forgotten       boolean     not null default false,  -- the file and its key are gone
    check (state not in ('dry-run-done', 'done') or accepted + merged + history + rejected = rows)
);
create index import_made on warning.import (made_at desc, id);
create index import_at_work on warning.import (lease_until) where state in ('reading', 'writing', 'undoing');
create index import_to_forget on warning.import (id) where not forgotten and state in ('failed', 'undone', 'cancelled');

create table warning.import_part (
    import_id uuid  not null references warning.import,
    part      int   not null,
    sealed    bytea not null,
    primary key (import_id, part)
);
comment on table warning.import_part is 'The uploaded file in sealed pieces, until the term for undoing has passed';
alter table warning.import_part alter column sealed set storage external;

create table warning.import_chunk (
    import_id uuid not null references warning.import,
    first_row int  not null,
    last_row  int  not null,
    accepted  int  not null,
    merged    int  not null,
    history   int  not null,
    rejected  int  not null,
    duplicate int  not null,
    primary key (import_id, first_row)
);
comment on table warning.import_chunk is 'Rows written, committed together with what they became: an import goes on where it was';

create table warning.import_reject (
    import_id  uuid  not null references warning.import,
    row_number int   not null,
    part       int   not null,
    letter     text  not null,
    header     text  not null,
    code       text  not null,
    arguments  jsonb not null,
    cells      jsonb not null,
    primary key (import_id, row_number, part)
);
comment on table warning.import_reject is 'Why a row was not taken; cells are masked';

grant delete on warning.search_token, warning.import_part, warning.import_reject, warning.import_chunk,
    warning.signal_content, warning.signal, warning.episode, warning.code_try, warning.caller_code,
    warning.history, warning.phone_call, warning.note to lianxin_service;

alter table warning.episode enable row level security;
create policy scope on warning.episode using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[])
    or ((select audit.scope_own())
        and id in (select c.episode_id from warning.concerned c where c.staff_id = (select audit.scope_staff()))));

alter table warning.signal enable row level security;
create policy scope on warning.signal using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[])
    or ((select audit.scope_own())
        and episode_id in (select c.episode_id from warning.concerned c where c.staff_id = (select audit.scope_staff()))));

alter table warning.note enable row level security;
create policy scope on warning.note using (
    (select audit.scope_content())
    and ((select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id)));

alter table warning.concerned enable row level security;
create policy scope on warning.concerned using (
    (select audit.scope_all()) or staff_id = (select audit.scope_staff()));

alter table warning.signal_content enable row level security;
create policy scope on warning.signal_content using (
    (select audit.scope_content())
    and ((select audit.scope_all()) or exists (select from warning.signal s where s.id = signal_id)));

alter table warning.search_token enable row level security;
create policy scope on warning.search_token using (
    (select audit.scope_all()) or (select audit.scope_lo()) is not null or (select audit.scope_staff()) is not null);

alter table warning.history enable row level security;
create policy scope on warning.history using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));

alter table warning.phone_call enable row level security;
create policy scope on warning.phone_call using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));

alter table warning.caller_code enable row level security;
create policy scope on warning.caller_code using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));

alter table warning.code_try enable row level security;
create policy scope on warning.code_try using ((select audit.scope_all()));

alter table warning.rule_version enable row level security;
create policy scope on warning.rule_version using (
    (select audit.scope_all()) or (select audit.scope_staff()) is not null);

alter table warning.import enable row level security;
create policy scope on warning.import using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[]));

alter table warning.import_part enable row level security;
create policy scope on warning.import_part using ((select audit.scope_content()) and (select audit.scope_all()));

alter table warning.import_chunk enable row level security;
create policy scope on warning.import_chunk using (
    (select audit.scope_all()) or exists (select from warning.import i where i.id = import_id));

alter table warning.import_reject enable row level security;
create policy scope on warning.import_reject using (
    (select audit.scope_all()) or exists (select from warning.import i where i.id = import_id));
