package org.lianxin.shared;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * How a {@link Command} reaches the data of an installation without the service: a database that is running is used, one
 * that is not is started for the time of the work.
 */
public interface Installation {

    /** The installation meant by {@code --data DIR} among the arguments, else by LIANXIN_DATA, else the running one. */
    static Installation of(List<String> arguments) {
        return ServiceLoader.load(Opener.class).findFirst().orElseThrow().open(List.copyOf(arguments));
    }

    Secrets secrets();

    /** DEMO, BENCH or PRODUCTION. */
    String stamp();

    /** Where the certificate lies that {@code ./lianxin run} makes for itself; it need not be there. */
    Path ownCertificate();

    /** Works on the database as the service's role. */
    <T> T withDatabase(Function<DataSource, T> work);

    /** Finds installations; the runtime provides the only one. */
    interface Opener {
        Installation open(List<String> arguments);
    }
}
