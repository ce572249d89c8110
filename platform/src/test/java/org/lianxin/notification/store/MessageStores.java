package org.lianxin.notification.store;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The real stores for tests of other packages. */
public final class MessageStores {

    private MessageStores() {}

    public static MessageStore messages(JdbcClient jdbc) {
        return new MessageStore(jdbc);
    }

    public static ReplyStore replies(JdbcClient jdbc) {
        return new ReplyStore(jdbc);
    }

    public static SimulatedStore simulated(JdbcClient jdbc) {
        return new SimulatedStore(jdbc);
    }
}
