package org.lianxin.organisation.signin;

import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** DEMO, BENCH or PRODUCTION: given to the database when it was made, never changed. */
@Component
public class InstanceStamp {

    private final Supplier<String> stamp;

    InstanceStamp(JdbcClient jdbc) {
        this.stamp = SingletonSupplier.of(() -> jdbc.sql("select stamp from runtime.instance")
                .query((row, n) -> row.getString(1))
                .single());
    }

    public String name() {
        return stamp.get();
    }

    public boolean isDemo() {
        return "DEMO".equals(name());
    }

    /** Instances with invented data only, on loopback only, need no second factor; every real one does. */
    public boolean isProduction() {
        return "PRODUCTION".equals(name());
    }
}
