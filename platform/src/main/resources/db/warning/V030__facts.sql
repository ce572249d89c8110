-- What figures listen to: which episodes changed. Triggers write it in the transaction of the change, so that no writer, of today or
-- to come, can forget; decision 19.

alter table warning.episode
    add column reached_by  text check (reached_by in ('phone', 'message', 'visit', 'track')),  -- how the person was first spoken to
    add column false_alarm boolean not null default false;  -- the person was not being cheated (WA-27)

create table warning.changed_episode (
    episode_id uuid not null
);
comment on table warning.changed_episode is 'Episodes whose figures are to be looked at again; one line per change, taken by the one who listens';
grant delete on warning.changed_episode to lianxin_service;
insert into warning.changed_episode select id from warning.episode where state <> 'history';

-- History makes no figures of warnings (WA-07), and large imports of it cost nothing here.
create function warning.note_changed_episodes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into warning.changed_episode select c.id from changed c where c.state <> 'history';
    return null;
end $$;
create trigger added after insert on warning.episode
    referencing new table as changed for each statement execute function warning.note_changed_episodes();
create trigger altered after update on warning.episode
    referencing new table as changed for each statement execute function warning.note_changed_episodes();
create trigger removed after delete on warning.episode
    referencing old table as changed for each statement execute function warning.note_changed_episodes();

create function warning.note_called_episodes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
    insert into warning.changed_episode select c.episode_id from changed c;
    return null;
end $$;
create trigger called after insert on warning.phone_call
    referencing new table as changed for each statement execute function warning.note_called_episodes();
create trigger answered after update on warning.phone_call
    referencing new table as changed for each statement execute function warning.note_called_episodes();
