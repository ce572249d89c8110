-- Tells one set of secrets from another without telling anything about them.
CREATE TABLE runtime.sealed_by (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    mark     bytea NOT NULL
);
COMMENT ON TABLE runtime.sealed_by IS 'Which secrets the data was sealed with; a node with others is refused.';
REVOKE ALL ON runtime.sealed_by FROM lianxin_service;
