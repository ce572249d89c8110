grant delete on notification.content, notification.simulated, notification.reply to lianxin_service;
create policy content_ends on notification.content for delete to lianxin_service using ((select audit.scope_job()) is not null);
create policy replies_end on notification.reply for delete to lianxin_service using ((select audit.scope_job()) is not null);
