package org.lianxin.reliability.driver;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;

/** Writes five times a second how many connections are in use, one number a line. */
class ConnectionWatch {

    private static final long EVERY_MILLIS = 200;

    private final List<HikariDataSource> pools;
    private final Path file;
    private final boolean leaks;
    private final List<Connection> kept = new ArrayList<>();

    ConnectionWatch(List<HikariDataSource> pools, Path file, boolean leaks) {
        this.pools = pools;
        this.file = file;
        this.leaks = leaks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        Thread.ofPlatform().daemon().name("connection-watch").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                int inUse = pools.stream()
                        .mapToInt(each -> each.getHikariPoolMXBean().getActiveConnections())
                        .sum();
                Files.writeString(file, inUse + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                plant();
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The planted bug of R6: whoever was at work when the database went keeps a connection and never gives it back. */
    private void plant() {
        try {
            if (leaks && (kept.isEmpty() || !kept.getLast().isValid(1))) {
                kept.add(pools.getFirst().getConnection());
            }
        } catch (SQLException e) {
            // not yet back
        }
    }
}
