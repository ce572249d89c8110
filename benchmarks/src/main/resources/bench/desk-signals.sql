INSERT INTO warning.signal (id, episode_id, unit_path, sender, source, source_id, content_mac, occurred_at, received_at, level, scam_type,
    amount_cents, money_moving, stated, taken_as)
SELECT (substr(e.id::text, 1, 15) || substr(md5(e.number || g), 1, 3) || '-8' || substr(md5(e.number || g), 5, 3) || '-'
        || substr(md5(e.number || g), 9, 12))::uuid,
    e.id, e.unit_path, e.centre_unit, '省厅平台', e.number || '/' || g, decode(md5(e.number) || md5(e.number), 'hex'),
    e.received_at - g * interval '7 minutes', e.received_at, e.level, e.scam_type, e.amount_cents, e.money_moving, 0,
    CASE WHEN e.state = 'history' THEN 'history' WHEN g = 1 THEN 'accepted' ELSE 'merged' END
FROM warning.episode e CROSS JOIN generate_series(1, e.signal_count) g;

INSERT INTO warning.signal_content (signal_id, data_key, sealed)
SELECT s.id, s.episode_id, decode(repeat(md5(s.source_id), 10), 'hex') FROM warning.signal s;

INSERT INTO "order".orders (id, number, kind, title, detail, subject_module, subject_id, cause, state, urgency, rank, from_unit,
    from_unit_path, to_unit, to_unit_path, issued_at, signed_at, due_at, first_due_at, closed_at, ladder, ladder_version)
SELECT (substr(e.id::text, 1, 14) || '7' || substr(md5(e.number || k.kind), 1, 3) || '-8' || substr(md5(e.number || k.kind), 5, 3)
        || '-' || substr(md5(e.number || k.kind), 9, 12))::uuid,
    'ZL-' || k.kind || substr(e.number, 3), k.kind, e.name_masked || ' · ' || e.scam_type, e.number || ' · ' || e.place_name,
    'warning', e.id, 'warning/' || e.id || '/' || k.kind || '/1', 'met', e.urgency, e.rank, e.centre_unit, c.path,
    CASE k.kind WHEN 'call' THEN e.centre_unit ELSE e.unit_id END, CASE k.kind WHEN 'call' THEN c.path ELSE e.unit_path END,
    e.received_at, e.received_at + interval '1 minute', e.received_at + interval '30 minutes', e.received_at + interval '30 minutes',
    e.received_at + interval '20 minutes', CASE k.kind WHEN 'call' THEN 'warning.high.call' ELSE 'warning.high.visit' END, 1
FROM warning.episode e
JOIN organisation.unit c ON c.id = e.centre_unit
JOIN (VALUES ('call', 2), ('visit', 0)) k (kind, least_level) ON e.level <= k.least_level
WHERE e.state <> 'history';

INSERT INTO "order".event (id, order_id, at, actor, action, from_state, to_state)
SELECT (substr(o.id::text, 1, 15) || substr(md5(o.number || a.action), 1, 3) || '-8' || substr(md5(o.number || a.action), 5, 3) || '-'
        || substr(md5(o.number || a.action), 9, 12))::uuid,
    o.id, o.issued_at + a.after, 'B000001', a.action, a.from_state, a.to_state
FROM "order".orders o
CROSS JOIN (VALUES ('sign', interval '1 minute', 'issued', 'signed'), ('meet', interval '20 minutes', 'signed', 'met'))
    a (action, after, from_state, to_state);

INSERT INTO warning.history (id, episode_id, at, actor, what)
SELECT (substr(e.id::text, 1, 15) || substr(md5(e.number || w.what), 1, 3) || '-8' || substr(md5(e.number || w.what), 5, 3) || '-'
        || substr(md5(e.number || w.what), 9, 12))::uuid,
    e.id, e.received_at + w.after, 'B000001', w.what
FROM warning.episode e CROSS JOIN (VALUES ('call', interval '2 minutes'), ('outcome', interval '20 minutes')) w (what, after)
WHERE e.state <> 'history'
