package org.lianxin.runtime.postgres;

import java.nio.file.Path;
import java.util.List;

/** The processes of a server, for tests that kill them. */
public final class PostgresProcesses {

    private PostgresProcesses() {}

    /** Server and children that work in this folder. */
    public static List<Long> in(Path cluster) {
        return Postmaster.processesIn(cluster);
    }
}
