-- Records of a stream that could not be taken: where each lies at its broker and why it was refused; what it says is sealed.
create table warning.quarantine (
    id              uuid primary key,
    unit_id         uuid        not null,
    unit_path       text        not null collate "C",
    source          text        not null,  -- as whom the topic may submit
    topic           text        not null,
    topic_partition int         not null,
    topic_offset    bigint      not null,
    mac             bytea       not null,  -- of its bytes: a topic made anew counts from the beginning
    bytes           int         not null,
    came_at         timestamptz not null,
    problems        jsonb       not null,
    state           text        not null check (state in ('waiting', 'taken', 'set-aside')),
    decided_by      text,
    decided_at      timestamptz,
    data_key        uuid        not null,
    unique (topic, topic_partition, topic_offset, mac),
    check ((state = 'waiting') = (decided_at is null))
);
comment on table warning.quarantine is 'What came over Kafka and could not be taken; without what it says';
create index quarantine_by_state on warning.quarantine (state, id desc);
create index quarantine_to_expire on warning.quarantine (came_at);

create table warning.quarantine_content (
    quarantine_id uuid primary key references warning.quarantine on delete cascade,
    sealed        bytea not null
);
comment on table warning.quarantine_content is 'The bytes of the record as they came, sealed';
alter table warning.quarantine_content alter column sealed set storage external;
grant delete on warning.quarantine, warning.quarantine_content to lianxin_service;

alter table warning.quarantine enable row level security;
create policy scope on warning.quarantine using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[]));

alter table warning.quarantine_content enable row level security;
create policy scope on warning.quarantine_content using ((select audit.scope_content()) and (select audit.scope_all()));
