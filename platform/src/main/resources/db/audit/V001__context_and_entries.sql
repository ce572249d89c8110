-- Row security rests on a context that only the service can sign. The key lies here where the service's role cannot read it;
-- see audit.enter. Message authentication is HMAC-SHA256 (RFC 2104) from the built-in sha256, its two pads kept ready.
create table audit.context_key (
    only_one boolean primary key default true check (only_one),
    inner_pad bytea not null,
    outer_pad bytea not null
);
revoke all on audit.context_key from public, lianxin_service;

-- Not for the service: whoever may call it can sign.
create function audit.seal(message text) returns bytea
language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
    key audit.context_key%rowtype;
begin
    select * into key from audit.context_key;
    return sha256(key.outer_pad || sha256(key.inner_pad || convert_to(message, 'UTF8')));
end $$;
revoke all on function audit.seal(text) from public;

-- The context of this very transaction, or null. What enter() left behind is bound to the transaction's start time, so that
-- neither set_config nor a copy from an earlier transaction makes one. Fields, counted from 1: version, backend pid, expiry, actor, staff,
-- unit, unit path, lo, hi, chosen, all, own, content, job, name, roles.
create function audit.context() returns text[]
language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
    held constant text := current_setting('lianxin.context', true);
    payload text;
begin
    if held is null or held = '' then
        return null;
    end if;
    payload := split_part(held, E'\x1e', 1);
    if encode(audit.seal(payload || E'\x1e' || extract(epoch from now())), 'hex') is distinct from split_part(held, E'\x1e', 2) then
        return null;
    end if;
    return string_to_array(payload, E'\x1f');
end $$;

-- First statement of every transaction. Answers the database's clock in milliseconds; its negative when the payload has expired or reaches more
-- than a minute ahead (then nothing is visible and the caller may sign again). Anything forged raises an error.
create function audit.enter(payload text, signature bytea) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    field constant text[] := string_to_array(payload, E'\x1f');
    clock constant bigint := extract(epoch from clock_timestamp()) * 1000;
begin
    perform set_config('lianxin.context', '', true);
    if strpos(payload, E'\x1e') > 0 or audit.seal(payload) is distinct from signature then
        raise insufficient_privilege using message = 'the context is not signed by this service';
    end if;
    if field[2] <> pg_backend_pid()::text then
        raise insufficient_privilege using message = 'the context was signed for another connection';
    end if;
    if field[3]::bigint < clock or field[3]::bigint > clock + 60000 then
        return -clock;
    end if;
    perform set_config(
        'lianxin.context',
        payload || E'\x1e' || encode(audit.seal(payload || E'\x1e' || extract(epoch from now())), 'hex'),
        true);
    return clock;
end $$;

-- Used by policies as (select audit.scope_…()): evaluated once per query. lo and hi cover all, unit-and-below and unit;
-- for chosen units and own they are an empty range.
create function audit.scope_lo() returns text language sql stable parallel safe as $$ select (audit.context())[8] $$;
create function audit.scope_hi() returns text language sql stable parallel safe as $$ select (audit.context())[9] $$;
create function audit.scope_chosen() returns text[] language sql stable parallel safe as
    $$ select string_to_array((audit.context())[10], ',') $$;
create function audit.scope_all() returns boolean language sql stable parallel safe as
    $$ select coalesce((audit.context())[11] = 't', false) $$;
create function audit.scope_own() returns boolean language sql stable parallel safe as
    $$ select coalesce((audit.context())[12] = 't', false) $$;
create function audit.scope_staff() returns uuid language sql stable parallel safe as
    $$ select nullif((audit.context())[5], '')::uuid $$;
create function audit.scope_job() returns text language sql stable parallel safe as
    $$ select nullif((audit.context())[14], '') $$;
create function audit.scope_unit() returns uuid language sql stable parallel safe as
    $$ select nullif((audit.context())[6], '')::uuid $$;

-- For small tables; verifies the context for every row.
create function audit.in_scope(unit_path text) returns boolean
language plpgsql stable parallel safe set search_path = pg_catalog, pg_temp as $$
declare
    field constant text[] := audit.context();
begin
    return coalesce(unit_path collate "C" >= field[8] and unit_path collate "C" < field[9], false)
        or exists (select from unnest(string_to_array(field[10], ',')) chosen where starts_with(unit_path, chosen));
end $$;

-- What was done with whose data, for what. No content. Written by audit.note alone; complete at commit, unchangeable after.
create table audit.entry (
    id bigint generated always as identity primary key,
    tx xid8 not null default pg_current_xact_id(),
    at timestamptz not null default lianxin_now(),
    actor text not null,
    staff_id uuid,
    staff_name text,
    roles text,
    unit_id uuid,
    unit_path text collate "C",
    job text,
    action text not null,
    purpose text,
    subject_module text,
    subject_id uuid,
    order_id uuid,
    reason text,
    persons text[] not null default '{}',
    fields text[] not null default '{}',
    count integer not null default 0,
    result text not null,
    note text
);
create index entry_by_transaction on audit.entry (tx, id);
create index entry_by_time on audit.entry (at, id);
create index entry_by_actor on audit.entry (actor, at, id);
create index entry_by_name on audit.entry (staff_name, at, id) where staff_name is not null;
create index entry_of_mass_reading on audit.entry (at) where action = 'audit.mass-reading';
create index entry_by_subject on audit.entry (subject_id, at) where subject_id is not null;
revoke all on audit.entry from public, lianxin_service;
grant select on audit.entry to lianxin_service;

alter table audit.entry enable row level security;
create policy entries_of_units_in_scope on audit.entry for select to lianxin_service using (
    (unit_path >= (select audit.scope_lo()) and unit_path < (select audit.scope_hi()))
    or unit_path ^@ any ((select audit.scope_chosen())::text[])
    or (select audit.scope_all()));

create function audit.keep() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and tg_table_name = 'entry' and old.tx = pg_current_xact_id() and new.tx = old.tx and new.id = old.id then
        return new;
    end if;
    raise exception 'audit.% is append-only', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger keep before update or delete on audit.entry for each row execute function audit.keep();
create trigger keep_all before truncate on audit.entry for each statement execute function audit.keep();

-- The one way to write an entry: who, post and unit come from the verified context, never from the caller.
create function audit.note(
    action text, purpose text, subject_module text, subject_id uuid, order_id uuid, reason text,
    count integer, result text, note text) returns bigint
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    field constant text[] := audit.context();
    made bigint;
begin
    if field is null then
        raise insufficient_privilege using message = 'no signed context: nothing can be noted';
    end if;
    insert into audit.entry (
        actor, staff_id, unit_id, unit_path, job, staff_name, roles,
        action, purpose, subject_module, subject_id, order_id, reason, count, result, note)
    values (
        field[4], nullif(field[5], '')::uuid, nullif(field[6], '')::uuid, nullif(field[7], ''), nullif(field[14], ''),
        nullif(field[15], ''), nullif(field[16], ''),
        note.action, note.purpose, note.subject_module, note.subject_id, note.order_id, note.reason,
        note.count, note.result, note.note)
    returning id into made;
    return made;
end $$;

-- Enters and states the purpose in one round trip: the clock as enter() answers it, and the entry's id.
create function audit.enter_for(
    payload text, signature bytea, kind text, subject_module text, subject_id uuid, order_id uuid, reason text) returns bigint[]
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    clock constant bigint := audit.enter(payload, signature);
begin
    if clock < 0 then
        return array[clock];
    end if;
    return array[clock, audit.note(kind, kind, subject_module, subject_id, order_id, reason, 0, 'opened', null)];
end $$;

-- Completes the entry that opened a read, in the same transaction.
create function audit.shown(entry bigint, persons text[], fields text[]) returns void
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
begin
    update audit.entry e
    set persons = e.persons || shown.persons,
        fields = e.fields || shown.fields,
        count = cardinality(e.persons || shown.persons),
        result = 'shown'
    where e.id = shown.entry and e.tx = pg_current_xact_id_if_assigned() and e.purpose is not null;
    if not found then
        raise insufficient_privilege using message = 'no read was opened for a purpose in this transaction';
    end if;
end $$;

-- How many persons the person of this context was shown within the hour, none when this case was among theirs; and how often it was
-- noticed that they were many. A list counts for fifty at most (a longer one had a second person's agreement), masks for nobody.
create function audit.shown_lately(subject uuid) returns integer[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select array[
        case when bool_or(lately.case_id = shown_lately.subject and lately.persons > 0) then 0
             else coalesce(sum(lately.persons), 0) end,
        coalesce(sum(lately.notices), 0)]::integer[]
    from (
        select e.subject_id as case_id,
            least(coalesce(max(e.count) filter (where e.purpose is not null and e.result = 'shown' and e.fields <> '{masks}'), 0), 50)
                as persons,
            count(*) filter (where e.action = 'audit.mass-reading') as notices
        from audit.entry e
        where e.actor = (select (audit.context())[4]) and e.at > lianxin_now() - interval '1 hour'
        group by e.subject_id) lately
$$;

-- Whether tables with personal content are open: a job whose signed context says so, or a purpose noted in this very transaction.
create function audit.scope_content() returns boolean
language plpgsql stable parallel safe security definer set search_path = pg_catalog, pg_temp as $$
declare
    field constant text[] := audit.context();
begin
    if field is null then
        return false;
    end if;
    return field[13] = 't' or exists (
        select from audit.entry where tx = pg_current_xact_id_if_assigned() and purpose is not null);
end $$;

do $$
declare
    f record;
begin
    for f in select oid::regprocedure as signature, proname from pg_proc where pronamespace = 'audit'::regnamespace loop
        execute format('revoke all on function %s from public', f.signature);
        if f.proname not in ('seal', 'keep') then
            execute format('grant execute on function %s to lianxin_service', f.signature);
        end if;
    end loop;
end $$;
