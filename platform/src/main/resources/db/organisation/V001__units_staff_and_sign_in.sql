-- Units, what they answer for, who works there, and how people and machines sign in.

create table organisation.unit (
    id uuid primary key,
    code text not null unique check (code ~ '^[0-9A-Za-z-]{1,40}$'),
    name text not null check (length(name) between 1 and 200),
    level text not null check (level in ('ministry', 'province', 'city', 'county', 'station', 'post', 'partner')),
    kind text not null default 'police',
    parent_id uuid references organisation.unit,
    path text collate "C" not null unique,
    duties text[] not null default '{}',
    created_at timestamptz not null default now()
);
create index unit_by_parent on organisation.unit (parent_id);

-- parts: division codes of 2, 4, 6, 9 or 12 digits, or address lines of a grid.
create table organisation.jurisdiction (
    id uuid primary key,
    unit_id uuid not null references organisation.unit,
    unit_path text collate "C" not null,
    kind text not null check (kind in ('division', 'grid', 'post')),
    code text not null,
    name text not null,
    parts text[] not null check (cardinality(parts) > 0),
    unique (unit_id, kind, code)
);

create table organisation.staff (
    id uuid primary key,
    number text not null unique check (length(number) between 1 and 40),
    name text not null check (length(name) between 1 and 100),
    account text unique check (account ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
    phone text,
    unit_path text collate "C" not null,
    state text not null default 'active' check (state in ('active', 'blocked', 'left')),
    language text not null default 'zh' check (language in ('zh', 'en'))
);
create index staff_by_unit on organisation.staff (unit_path, number);
create index staff_by_name on organisation.staff (name collate public.pinyin, number);

create table organisation.post (
    id uuid primary key,
    staff_id uuid not null references organisation.staff,
    unit_id uuid not null references organisation.unit,
    unit_path text collate "C" not null,
    title text not null,
    roles text[] not null,
    scope text not null check (scope in ('ALL', 'CHOSEN_UNITS', 'UNIT_AND_BELOW', 'UNIT', 'OWN')),
    chosen uuid[] not null default '{}',
    first boolean not null default true,
    ended_at timestamptz
);
create index post_by_staff on organisation.post (staff_id);
create index post_by_unit on organisation.post (unit_path);

create table organisation.duty (
    id uuid primary key,
    staff_id uuid not null references organisation.staff,
    unit_id uuid not null references organisation.unit,
    unit_path text collate "C" not null,
    duty text not null,
    from_at timestamptz not null,
    until_at timestamptz not null check (until_at > from_at)
);
create index duty_by_end on organisation.duty (until_at);

-- second_factor: 0 none; otherwise which of the secrets derived from the installation's key is in use.
-- one_time_until: the password was given by an administrator, opens nothing but its own change, and only until then.
create table organisation.credential (
    staff_id uuid primary key references organisation.staff,
    password_hash text not null,
    changed_at timestamptz not null default now(),
    second_factor integer not null default 0,
    offered_factor integer not null default 0,
    factors_made integer not null default 0,  -- never goes back: each number is another secret
    last_step bigint not null default 0,
    one_time_until timestamptz
);

create table organisation.session (
    id uuid primary key,
    token_hash bytea not null unique,
    staff_id uuid not null references organisation.staff,
    unit_path text collate "C" not null,
    post_id uuid not null references organisation.post,
    strong boolean not null,
    address text not null,
    device text not null,
    created_at timestamptz not null default now(),
    seen_at timestamptz not null default now(),
    ended_at timestamptz
);
create index session_by_staff on organisation.session (staff_id, created_at);

-- A browser in which this person has signed in before: attempts from elsewhere never lock it out.
create table organisation.device (
    token_hash bytea not null,
    staff_id uuid not null references organisation.staff,
    last_at timestamptz not null default now(),
    primary key (token_hash, staff_id)
);

-- account: keyed hash, for accounts that exist and those that do not alike. device: empty from an unknown one.
create table organisation.attempt (
    id uuid primary key,
    account bytea not null,
    device bytea not null,
    address text not null,
    at timestamptz not null default clock_timestamp(),
    succeeded boolean not null default false
);
create index attempt_by_account on organisation.attempt (account, at);
create index attempt_by_address on organisation.attempt (address, at);

create table organisation.client_token (
    id uuid primary key,
    name text not null check (name ~ '^[^[:cntrl:]]{1,80}$'),
    token_hash bytea not null unique,
    scopes text[] not null check (cardinality(scopes) > 0),
    unit_id uuid not null references organisation.unit,
    unit_path text collate "C" not null,
    created_at timestamptz not null default now(),
    ended_at timestamptz
);

create table organisation.setup (
    only_one boolean primary key default true check (only_one),
    code_hash bytea not null,
    made_at timestamptz not null default now()
);

-- Rises with every change of what the nodes keep in memory.
create table organisation.revision (
    only_one boolean primary key default true check (only_one),
    number bigint not null
);
insert into organisation.revision values (true, 1);

create function organisation.note_change() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
    update organisation.revision set number = number + 1;
    return null;
end $$;
revoke update, insert on organisation.revision from lianxin_service;

do $$
declare
    kept text;
begin
    foreach kept in array array['unit', 'jurisdiction', 'staff', 'post', 'duty'] loop
        execute format(
            'create trigger note_change after insert or update or delete on organisation.%I
             for each statement execute function organisation.note_change()', kept);
    end loop;
end $$;

-- Row security. Units are a directory that everyone signed in may read; all else stops at the unit's scope. What opens doors
-- (credentials, devices, attempts, setup) is for the jobs of this module alone.
alter table organisation.unit enable row level security;
create policy everyone_reads on organisation.unit for select using ((select audit.scope_lo()) is not null);
create policy scope_adds on organisation.unit for insert with check (
    (path >= (select audit.scope_lo()) and path < (select audit.scope_hi())) or path ^@ any ((select audit.scope_chosen())::text[]));
create policy scope_changes on organisation.unit for update using (
    (path >= (select audit.scope_lo()) and path < (select audit.scope_hi())) or path ^@ any ((select audit.scope_chosen())::text[]));

do $$
declare
    kept text;
begin
    foreach kept in array array['jurisdiction', 'staff', 'post', 'duty', 'session', 'client_token'] loop
        execute format('alter table organisation.%I enable row level security', kept);
        execute format(
            'create policy scope on organisation.%I using (
                (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
                or unit_path ^@ any ((select audit.scope_chosen())::text[]))', kept);
    end loop;
    foreach kept in array array['post', 'duty', 'session'] loop
        execute format('create policy own on organisation.%I for select using (staff_id = (select audit.scope_staff()))', kept);
    end loop;
    foreach kept in array array['credential', 'device', 'attempt', 'setup'] loop
        execute format('alter table organisation.%I enable row level security', kept);
        execute format(
            'create policy jobs on organisation.%I using ((select audit.scope_job()) ^@ ''organisation.'')', kept);
    end loop;
end $$;
create policy own on organisation.staff for select using (id = (select audit.scope_staff()));
create policy own_end on organisation.session for update using (staff_id = (select audit.scope_staff()));
grant delete on organisation.attempt, organisation.device, organisation.duty, organisation.jurisdiction, organisation.setup
    to lianxin_service;
