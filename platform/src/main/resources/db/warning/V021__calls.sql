-- What was said on a call, and how far the effort to reach somebody by phone has come.

alter table warning.phone_call
    add column own            boolean not null default true,  -- the person's own number, not one of somebody close
    add column belief         text check (belief in ('believes', 'unsure', 'disbelieves', 'coached', 'paid', 'hung-up')),
    add column way            text,  -- the beliefs in the order in which they were seen, with commas
    add column script_type    text,
    add column script_version int,
    add column rule           text,  -- which rule said what comes next
    add column line           text check (line in ('desk', 'dialling', 'ringing', 'talking', 'ended')),  -- how far the exchange is
    add column ending         text,  -- how the network says that it ended
    add constraint phone_call_script foreign key (script_type, script_version) references warning.script_version;

create table warning.call_step (
    episode_id uuid primary key references warning.episode on delete cascade,
    round      smallint    not null,
    step       text        not null check (step in ('first', 'second', 'third', 'messaged', 'visit', 'spoken')),
    rule       text        not null,
    next_at    timestamptz,
    changed_at timestamptz not null
);
comment on table warning.call_step is 'Three attempts, then a message, then a visit: where an episode stands in its round, and when something is due';
create index call_step_due on warning.call_step (next_at) where step = 'messaged';
grant delete on warning.call_step to lianxin_service;

alter table warning.call_step enable row level security;
create policy scope on warning.call_step using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
