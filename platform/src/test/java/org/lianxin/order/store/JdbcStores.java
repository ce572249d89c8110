package org.lianxin.order.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The real stores for tests of other packages. */
public final class JdbcStores {

    private JdbcStores() {}

    public static OrderStore orders(JdbcClient jdbc) {
        return new JdbcOrderStore(jdbc);
    }

    public static LadderStore ladders(JdbcClient jdbc) {
        return new JdbcLadderStore(jdbc);
    }
}
