-- What is past its term is found by its own index, and may be deleted.
create index episode_to_expire on warning.episode (closed_at) where closed_at is not null and expired_at is null;
alter table warning.import add column file_gone_at timestamptz;
create index import_to_expire on warning.import (made_at) where file_gone_at is null;
grant delete on warning.concerned, warning.import to lianxin_service;
