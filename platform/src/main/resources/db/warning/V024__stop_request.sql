-- 止付请求: money is gone already; what is known goes to those who can stop it, with the order. Which cards and accounts is sealed.

create table warning.stop_request (
    id           uuid primary key,
    episode_id   uuid        not null references warning.episode on delete cascade,
    order_id     uuid        not null,
    staff_id     uuid        not null,
    asked_at     timestamptz not null,
    paid_at      timestamptz not null,
    amount_cents bigint check (amount_cents > 0)
);
comment on table warning.stop_request is 'A payment that somebody is asked to stop; one order may carry several';
create index stop_request_episode on warning.stop_request (episode_id, asked_at);

create table warning.stop_request_content (
    request_id uuid  primary key references warning.stop_request on delete cascade,
    data_key   uuid  not null,
    sealed     bytea not null
);
comment on table warning.stop_request_content is 'From which card to which account, sealed under the key of the episode';
grant delete on warning.stop_request, warning.stop_request_content to lianxin_service;

alter table warning.stop_request enable row level security;
create policy scope on warning.stop_request using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
alter table warning.stop_request_content enable row level security;
create policy scope on warning.stop_request_content using (
    (select audit.scope_content())
    and ((select audit.scope_all()) or exists (select from warning.stop_request r where r.id = request_id)));
