-- One Merkle tree a month (RFC 6962) over the entries, in an order in which nothing can appear behind what is sequenced:
-- by transaction, and only transactions older than every one still running.

create table audit.tree (
    month date primary key,
    size bigint not null
);

create table audit.leaf (
    month date not null,
    seq bigint not null,
    entry_id bigint not null unique,
    hash bytea not null,
    primary key (month, seq)
);

create table audit.sequenced (
    only_one boolean primary key default true check (only_one),
    tx xid8 not null default '0',
    entry_id bigint not null default 0
);
insert into audit.sequenced default values;

-- previous: SHA-256 of the text that the head before this one signed.
create table audit.head (
    number bigint primary key,
    month date not null,
    size bigint not null,
    root bytea not null,
    at timestamptz not null,
    previous bytea not null,
    key bytea not null,
    signature bytea not null
);

create index head_by_month on audit.head (month, size);

revoke all on audit.tree, audit.leaf, audit.sequenced, audit.head from public, lianxin_service;
grant select on audit.tree, audit.leaf, audit.sequenced to lianxin_service;
grant select, insert on audit.head to lianxin_service;

create trigger keep before update or delete on audit.leaf for each row execute function audit.keep();
create trigger keep_all before truncate on audit.leaf for each statement execute function audit.keep();
create trigger keep before update or delete on audit.head for each row execute function audit.keep();
create trigger keep_all before truncate on audit.head for each statement execute function audit.keep();

-- The bytes of a leaf: every field as its length in bytes, a colon and its text, or a hyphen for none; joined by commas.
create function audit.leaf_text(e audit.entry) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
    select string_agg(coalesce(octet_length(v) || ':' || v, '-'), ',' order by n)
    from unnest(array[
        e.id::text, e.tx::text, floor(extract(epoch from e.at) * 1000000)::bigint::text, e.actor, e.staff_id::text, e.staff_name,
        e.roles, e.unit_id::text, e.unit_path, e.job, e.action, e.purpose, e.subject_module, e.subject_id::text, e.order_id::text,
        e.reason, array_to_string(e.persons, E'\x1f'), array_to_string(e.fields, E'\x1f'), e.count::text, e.result, e.note])
        with ordinality as f (v, n)
$$;

-- Appends up to so many entries to their trees; how many it appended, or -1 when another node is at it.
create function audit.sequence(most integer) returns integer
language plpgsql volatile security definer set search_path = pg_catalog, pg_temp as $$
declare
    settled constant xid8 := pg_snapshot_xmin(pg_current_snapshot());
    done integer;
begin
    if not pg_try_advisory_xact_lock(7307201962) then
        return -1;
    end if;
    with todo as (
        select e.id, e.tx, date_trunc('month', e.at at time zone 'Asia/Shanghai')::date as month,
               sha256('\x00'::bytea || convert_to(audit.leaf_text(e), 'UTF8')) as hash
        from audit.entry e, audit.sequenced s
        where (e.tx, e.id) > (s.tx, s.entry_id) and e.tx < settled
        order by e.tx, e.id
        limit most),
    made as (
        insert into audit.leaf (month, seq, entry_id, hash)
        select todo.month, coalesce(t.size, 0) + row_number() over (partition by todo.month order by todo.tx, todo.id) - 1,
               todo.id, todo.hash
        from todo left join audit.tree t on t.month = todo.month
        returning month),
    grown as (
        insert into audit.tree as t (month, size)
        select month, count(*) from made group by month
        on conflict (month) do update set size = t.size + excluded.size),
    moved as (
        update audit.sequenced s set tx = last.tx, entry_id = last.id
        from (select tx, id from todo order by tx desc, id desc limit 1) last)
    select count(*) into done from made;
    return done;
end $$;

-- For the verifier and the state page.
create function audit.unsequenced() returns bigint
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
    select count(*) from audit.entry e, audit.sequenced s where (e.tx, e.id) > (s.tx, s.entry_id)
$$;

revoke all on function audit.leaf_text(audit.entry), audit.sequence(integer), audit.unsequenced() from public;
grant execute on function audit.sequence(integer), audit.unsequenced() to lianxin_service;
