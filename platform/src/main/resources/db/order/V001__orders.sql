-- Orders. What must not be lost between modules is an order: its row, its next deadline and the caller's own rows commit together.
create table "order".orders (
    id             uuid primary key,
    number         text not null,
    kind           text not null,
    title          text not null,
    detail         text,
    subject_module text not null,
    subject_id     uuid not null,
    cause          text collate "C" not null,
    follows        uuid,
    state          text not null check (state in (
                       'issued', 'signed', 'extension-asked', 'met', 'returned', 'handed-over', 'withdrawn')),
    urgency        smallint not null check (urgency between 0 and 3),
    rank           smallint not null check (rank between 0 and 100),
    from_unit      uuid not null,
    from_unit_path text collate "C" not null,
    to_unit        uuid not null,
    to_unit_path   text collate "C" not null,
    to_staff       uuid,
    signed_by      uuid,
    issued_at      timestamptz not null,
    signed_at      timestamptz,
    due_at         timestamptz not null,
    first_due_at   timestamptz not null,
    granted_at     timestamptz[] not null default '{}',
    granted_until  timestamptz[] not null default '{}',
    asked_until    timestamptz,
    asked_reason   text,
    closed_at      timestamptz,
    overdue_since  timestamptz,
    escalated_at   timestamptz,
    outcome        text,
    outcome_note   text,
    ladder         text not null,
    ladder_version integer not null,
    fired          smallint[] not null default '{}',
    version        integer not null default 0,
    -- What lists sort and filter by.
    is_open        boolean not null generated always as (state in ('issued', 'signed', 'extension-asked')) stored,
    pinned         smallint not null generated always as (case when state = 'issued' then 0 else 1 end) stored,
    class          smallint not null generated always as (least(urgency, 2)) stored,
    holder         uuid generated always as (coalesce(signed_by, to_staff)) stored
) with (fillfactor = 80);
comment on column "order".orders.cause is 'What an order was issued for; the same cause never issues twice.';
comment on column "order".orders.fired is 'Numbers of the ladder steps that fired; 0 is the deadline itself.';
comment on column "order".orders.class is '0 life, 1 money in motion, 2 the rest: within a class the nearest deadline comes first.';

create unique index orders_by_cause on "order".orders (cause);
create unique index orders_by_number on "order".orders (number);
create index orders_by_subject on "order".orders (subject_id);
create index open_orders_of_unit on "order".orders (to_unit, pinned, class, due_at, id) where is_open;
create index open_orders_of_holder on "order".orders (holder, pinned, class, due_at, id) where is_open;
create index open_orders_from_unit on "order".orders (from_unit, pinned, class, due_at, id) where is_open;
create index orders_of_unit_by_time on "order".orders (to_unit, issued_at);
create index unsigned_orders_of_unit on "order".orders (to_unit, urgency, rank desc, due_at, id) where state = 'issued';
create index exceptional_orders_of_unit on "order".orders (to_unit, pinned, class, due_at, id)
    where is_open and (overdue_since is not null or escalated_at is not null);
create index done_orders_of_unit on "order".orders (to_unit, closed_at desc, id) where closed_at is not null;

-- Who sees an order: the units told and telling, in the viewer's scope; the person told or holding it; and, for those who see
-- their own only, what waits unsigned for anybody of their unit.
alter table "order".orders enable row level security;
create policy orders_in_scope on "order".orders for select to lianxin_service using (
    (select audit.scope_all())
    or (to_unit_path >= (select audit.scope_lo()) and to_unit_path < (select audit.scope_hi()))
    or (from_unit_path >= (select audit.scope_lo()) and from_unit_path < (select audit.scope_hi()))
    or holder = (select audit.scope_staff())
    or (state = 'issued' and to_staff is null and to_unit = (select audit.scope_unit()))
    or to_unit_path ^@ any ((select audit.scope_chosen())::text[])
    or from_unit_path ^@ any ((select audit.scope_chosen())::text[]));
-- What becomes of an order is decided by the life cycle alone: it writes as a job on behalf of whoever acts. People lock what they see.
create policy orders_are_locked_by_who_sees_them on "order".orders for update to lianxin_service
    using (true) with check ((select audit.scope_job()) is not null);
create policy orders_are_issued_by_jobs on "order".orders for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- One row per order that still has a deadline ahead: the next one. Ids and times only.
create table "order".deadline (
    order_id     uuid primary key,
    step         smallint not null,
    at           timestamptz not null,
    fence        bigint not null default 1,
    leased_until timestamptz,
    leased_by    text
) with (fillfactor = 80);
create index deadline_by_time on "order".deadline (at);
grant delete on "order".deadline to lianxin_service;
alter table "order".deadline enable row level security;
create policy deadlines_are_known on "order".deadline for select to lianxin_service
    using ((select audit.scope_lo()) is not null);
create policy deadlines_are_set_by_jobs on "order".deadline to lianxin_service
    using ((select audit.scope_job()) is not null) with check ((select audit.scope_job()) is not null);

-- Which steps fired, when they were due and when they fired. The key makes each fire once.
create table "order".fired (
    order_id uuid not null,
    step     smallint not null,
    due_at   timestamptz not null,
    at       timestamptz not null,
    fence    bigint not null,
    node     text not null,
    primary key (order_id, step)
);
create index fired_by_time on "order".fired (at);
alter table "order".fired enable row level security;
create policy firings_are_known on "order".fired for select to lianxin_service
    using ((select audit.scope_lo()) is not null);
create policy steps_are_fired_by_jobs on "order".fired for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- What happened to an order after it was issued.
create table "order".event (
    id         uuid primary key,
    order_id   uuid not null,
    at         timestamptz not null,
    staff_id   uuid,
    actor      text not null,
    action     text not null,
    note       text,
    from_state text not null,
    to_state   text not null
);
create index event_by_order on "order".event (order_id, id);
alter table "order".event enable row level security;
create policy events_of_visible_orders on "order".event for select to lianxin_service
    using (order_id in (select o.id from "order".orders o where o.id = order_id));
create policy noted_by_jobs on "order".event for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- Ladders are data; a change makes a new version, orders keep the one they were issued with.
create table "order".ladder (
    id      text not null,
    version integer not null,
    name_zh text not null,
    name_en text not null,
    made_at timestamptz not null default lianxin_now(),
    made_by text,
    primary key (id, version)
);
create table "order".ladder_step (
    ladder        text not null,
    version       integer not null,
    number        smallint not null check (number between 1 and 99),
    condition     text not null check (condition in ('UNSIGNED', 'UNMET')),
    after_seconds integer not null check (after_seconds > 0),
    effect        text not null check (effect in ('TELL', 'ALARM', 'REASSIGN')),
    addressee     text not null check (addressee in ('NEAREST_WITH_DUTY', 'CHIEF_OF_HOLDER', 'ISSUING_UNIT')),
    duty          text,
    primary key (ladder, version, number),
    foreign key (ladder, version) references "order".ladder (id, version),
    check ((addressee = 'NEAREST_WITH_DUTY') = (duty is not null))
);
insert into "order".ladder (id, version, name_zh, name_en) values
    ('warning.high.visit', 1, '高危预警·上门', 'High-risk warning, visit'),
    ('warning.high.call', 1, '高危预警·电话', 'High-risk warning, call'),
    ('warning.normal', 1, '一般预警', 'Warning'),
    ('warning.route', 1, '预警分派', 'Routing of a warning'),
    ('help', 1, '现场求助', 'Call for help'),
    ('plain', 1, '普通', 'Plain');
insert into "order".ladder_step (ladder, version, number, condition, after_seconds, effect, addressee, duty) values
    ('warning.high.visit', 1, 1, 'UNSIGNED', 300, 'ALARM', 'NEAREST_WITH_DUTY', 'command'),
    ('warning.high.visit', 1, 2, 'UNMET', 1800, 'ALARM', 'NEAREST_WITH_DUTY', 'command'),
    ('warning.high.call', 1, 1, 'UNSIGNED', 180, 'TELL', 'CHIEF_OF_HOLDER', null),
    ('warning.high.call', 1, 2, 'UNMET', 1800, 'ALARM', 'NEAREST_WITH_DUTY', 'command'),
    ('warning.normal', 1, 1, 'UNMET', 86400, 'TELL', 'CHIEF_OF_HOLDER', null),
    ('warning.route', 1, 1, 'UNSIGNED', 1800, 'TELL', 'CHIEF_OF_HOLDER', null),
    ('warning.route', 1, 2, 'UNMET', 7200, 'ALARM', 'NEAREST_WITH_DUTY', 'command'),
    ('help', 1, 1, 'UNSIGNED', 60, 'ALARM', 'NEAREST_WITH_DUTY', 'command'),
    ('help', 1, 2, 'UNMET', 300, 'ALARM', 'NEAREST_WITH_DUTY', 'command');

-- Anybody may read the rules; only the job of their keeper adds a version, none is ever changed.
alter table "order".ladder enable row level security;
create policy ladders_are_no_secret on "order".ladder for select to lianxin_service using (true);
create policy ladders_are_kept_by_their_job on "order".ladder for insert to lianxin_service
    with check ((select audit.scope_job()) ^@ 'order.');
alter table "order".ladder_step enable row level security;
create policy steps_are_no_secret on "order".ladder_step for select to lianxin_service using (true);
create policy steps_are_kept_by_their_job on "order".ladder_step for insert to lianxin_service
    with check ((select audit.scope_job()) ^@ 'order.');

-- Serials run through the day across the instance: a sequence never makes one transaction wait for another.
create sequence "order".serial;
create table "order".serial_day (
    day   date primary key,
    start bigint not null
);

-- The answer given for an idempotency key, for a day. Seen again only by the person who got it.
create table "order".answer (
    staff_id  uuid not null,
    key       uuid not null,
    operation text not null,
    request   bytea not null,
    answer    text,
    at        timestamptz not null default clock_timestamp(),
    primary key (staff_id, key)
);
create index answer_by_time on "order".answer (at);
grant delete on "order".answer to lianxin_service;
alter table "order".answer enable row level security;
create policy own_answers on "order".answer to lianxin_service
    using (staff_id = (select audit.scope_staff()) or (select audit.scope_all()))
    with check (staff_id = (select audit.scope_staff()));
