-- What people wrote on an order ends with the content of the case; nobody but a job of the service may change a line.
create policy words_end on "order".event for update to lianxin_service using ((select audit.scope_job()) is not null);
