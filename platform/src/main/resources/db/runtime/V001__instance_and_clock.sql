-- What kind of instance this is, and its clock.

CREATE TABLE runtime.instance (
    only_row   boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    id         uuid NOT NULL DEFAULT gen_random_uuid(),
    stamp      text NOT NULL CHECK (stamp IN ('DEMO', 'BENCH', 'PRODUCTION')),
    created_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE runtime.instance IS 'One row, written when the instance is created, never changed.';

CREATE FUNCTION runtime.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the stamp of an instance is never changed';
END $$;

CREATE TRIGGER instance_is_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON runtime.instance
    FOR EACH STATEMENT EXECUTE FUNCTION runtime.refuse_change();

CREATE TABLE runtime.clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    shift    interval NOT NULL DEFAULT '0'
);
COMMENT ON TABLE runtime.clock IS 'How far this instance is ahead of real time; other than zero in a BENCH instance only.';
INSERT INTO runtime.clock DEFAULT VALUES;

CREATE FUNCTION runtime.refuse_shift() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM runtime.instance WHERE stamp = 'BENCH') THEN
        RAISE EXCEPTION 'the clock of this instance cannot be shifted: it is not stamped BENCH';
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER clock_moves_on_a_bench_only BEFORE INSERT OR UPDATE OR DELETE ON runtime.clock
    FOR EACH ROW EXECUTE FUNCTION runtime.refuse_shift();

-- The time of the transaction: the one clock that decides what is due.
CREATE FUNCTION public.lianxin_now() RETURNS timestamptz
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN transaction_timestamp() + (SELECT shift FROM runtime.clock);

-- Moves the clock forward (or back) by so much; refused unless the instance is stamped BENCH.
CREATE FUNCTION runtime.shift_clock(how_far interval) RETURNS timestamptz
    LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    AS 'UPDATE runtime.clock SET shift = shift + how_far RETURNING transaction_timestamp() + shift';

-- Chinese names in the order of their pinyin: ORDER BY name COLLATE pinyin
CREATE COLLATION public.pinyin (provider = icu, locale = 'zh-Hans-CN');

CREATE TABLE runtime.migrated (
    only_row    boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    fingerprint text NOT NULL
);
COMMENT ON TABLE runtime.migrated IS 'Fingerprint of the migrations of the program that last migrated; spares the check at the next start.';

REVOKE ALL ON runtime.instance, runtime.clock, runtime.migrated FROM lianxin_service;
GRANT SELECT ON runtime.instance, runtime.clock TO lianxin_service;
