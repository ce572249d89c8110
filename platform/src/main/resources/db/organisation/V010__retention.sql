grant delete on organisation.session to lianxin_service;
