-- 联系家属的依据: why family was told that somebody of theirs is sought. What it rests on in words is a sealed note.

create table warning.family_basis (
    id          uuid primary key,
    episode_id  uuid        not null references warning.episode on delete cascade,
    round       smallint    not null,
    basis       text        not null check (basis in ('consent', 'danger', 'duty')),
    staff_id    uuid        not null,
    recorded_at timestamptz not null
);
comment on table warning.family_basis is 'Who recorded which basis for asking family, before anybody asked them';
create index family_basis_episode on warning.family_basis (episode_id, round, recorded_at);
grant delete on warning.family_basis to lianxin_service;

alter table warning.family_basis enable row level security;
create policy scope on warning.family_basis using (
    (select audit.scope_all()) or exists (select from warning.episode e where e.id = episode_id));
