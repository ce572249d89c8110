-- Messages to people. A message is written in the transaction of what it tells, and sent after its commit.
create table notification.message (
    id             uuid primary key,
    key            text collate "C" not null,
    channel        text not null check (channel in ('sms', 'phone', 'push')),
    template       text not null,
    to_masked      text not null,
    subject_module text,
    subject_id     uuid,
    unit_id        uuid not null,
    unit_path      text collate "C" not null,
    state          text not null default 'queued' check (state in (
                       'queued', 'sending', 'sent', 'delivered', 'failed', 'uncertain')),
    at             timestamptz not null,
    next_at        timestamptz not null,
    attempts       integer not null default 0,
    fence          bigint not null default 0,
    leased_until   timestamptz,
    gateway        text,
    sent_at        timestamptz,
    receipt_at     timestamptz,
    problem        text
) with (fillfactor = 80);
comment on column notification.message.state is
    'sending: handed to a gateway, no answer recorded yet. uncertain: nobody knows whether it went out; a person decides.';
create unique index message_by_key on notification.message (key);
create index message_by_subject on notification.message (subject_id, id) where subject_id is not null;
create index message_to_send on notification.message (channel, next_at) where state = 'queued';
create index message_in_hand on notification.message (leased_until) where state = 'sending';
create index message_uncertain on notification.message (unit_path, at) where state = 'uncertain';

alter table notification.message enable row level security;
create policy messages_in_scope on notification.message to lianxin_service using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[]));
create policy message_made_by_jobs on notification.message as restrictive for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- Number and words, sealed under the message's own key; open for a purpose only.
create table notification.content (
    message_id uuid primary key,
    vault_key  uuid not null,
    to_sealed  bytea not null,
    text_sealed bytea not null,
    to_mac     bytea not null
);
comment on column notification.content.to_mac is 'Keyed hash of the number: whom an answer comes from';
create index content_by_number on notification.content (to_mac);
alter table notification.content enable row level security;
create policy content_for_a_purpose on notification.content for select to lianxin_service
    using ((select audit.scope_content())
        and message_id in (select m.id from notification.message m where m.id = message_id));
create policy content_from_jobs on notification.content for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- What gateways call the parts of a message, to find it again when a receipt comes.
create table notification.part (
    gateway    text not null,
    reference  text collate "C" not null,
    message_id uuid not null,
    state      text not null default 'sent' check (state in ('sent', 'delivered', 'failed')),
    primary key (gateway, reference)
);
create index part_by_message on notification.part (message_id);

-- Receipts as they came: one may be here before the answer that names its part.
create table notification.receipt (
    gateway   text not null,
    reference text collate "C" not null,
    state     text not null check (state in ('delivered', 'failed')),
    at        timestamptz not null,
    primary key (gateway, reference)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['part', 'receipt'] loop
        execute format('alter table notification.%I enable row level security', kept);
        execute format(
            'create policy jobs on notification.%I to lianxin_service using ((select audit.scope_job()) is not null)', kept);
    end loop;
end $$;

-- What people answered, sealed.
create table notification.reply (
    id          uuid primary key,
    at          timestamptz not null,
    message_id  uuid,
    from_masked text not null,
    vault_key   uuid not null,
    from_sealed bytea not null,
    text_sealed bytea not null
);
alter table notification.reply enable row level security;
create policy replies_for_a_purpose on notification.reply for select to lianxin_service
    using ((select audit.scope_content()));
create policy replies_from_jobs on notification.reply for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);

-- The outside world of a demonstration: what invented handsets received. Stays empty in production.
create table notification.simulated (
    id             uuid primary key,
    key            text collate "C" not null unique,
    at             timestamptz not null,
    channel        text not null,
    to_masked      text not null,
    last_four      text not null,
    words          text not null,
    subject_module text,
    subject_id     uuid,
    unit_path      text collate "C" not null,
    state          text not null default 'received' check (state in ('received', 'delivered', 'failed')),
    receipt_at     timestamptz,
    reply          text
);
create index simulated_waiting on notification.simulated (at) where state = 'received';
alter table notification.simulated enable row level security;
create policy handsets_in_scope on notification.simulated to lianxin_service using (
    (select audit.scope_all())
    or (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[]));
create policy simulated_made_by_jobs on notification.simulated as restrictive for insert to lianxin_service
    with check ((select audit.scope_job()) is not null);
