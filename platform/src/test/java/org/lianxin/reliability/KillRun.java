package org.lianxin.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.lianxin.reliability.SignalWriters.Acknowledged;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One run of writers, orders and kills, and what came of it. */
final class KillRun {

    private static final Duration BACK_PATIENCE = Duration.ofMinutes(2);
    private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(20);
    private static final int CHECKED_AFTER_EACH_KILL = 20;
    private static final int CHECKED_FOR_CONTENT = 50;

    private final ServiceUnderFire service;
    private final Path folder;
    private final Random random;
    private final List<Outage> outages = new ArrayList<>();

    /** What was lost, and what the deadlines came to. */
    record Result(Figure lostSignals, Figure changedSignals, Deadlines deadlines, List<Outage> outages) {}

    KillRun(ServiceUnderFire service, Path folder, long seed) {
        this.service = service;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** As many kills as asked, of the kinds given in their proportion. */
    Result run(int kills, List<String> kinds) throws Exception {
        service.start();
        String token = Settlement.settle(service.administrator());
        long lost = 0;
        SignalWriters writers = new SignalWriters(service::uri, token, folder.resolve("signals.oracle"));
        try (writers) {
            writers.start();
            writers.firstAcknowledgedAfter(Instant.now(), BACK_PATIENCE);
            List<String> plan = new ArrayList<>();
            for (int i = 0; i < kills; i++) {
                plan.add(kinds.get(i % kinds.size()));
            }
            Collections.shuffle(plan, random);
            for (String kind : plan) {
                Thread.sleep(400 + random.nextInt(1200));
                kill(kind, writers);
                lost += countLost(writers, lastBefore(writers, outages.getLast().from()));
            }
            Files.createFile(folder.resolve("stop"));
        }
        Thread.sleep(LONGEST_DEADLINE.plusSeconds(12).toMillis());
        try (SignalWriters reader = new SignalWriters(service::uri, token, folder.resolve("again.oracle"))) {
            lost += countLost(reader, writers.acknowledged());
            long changed = countUnchangedContent(reader, writers.acknowledged());
            return new Result(
                    new Figure("R1 accepted signals lost", writers.count(), lost),
                    new Figure("R1 other content taken for the same", CHECKED_FOR_CONTENT, changed),
                    Deadlines.read(JdbcClient.create(service.administrator()), service.orderOracle(), outages),
                    outages);
        }
    }

    private void kill(String kind, SignalWriters writers) throws IOException, InterruptedException, SQLException {
        Instant from = Instant.now();
        switch (kind) {
            case "service" -> {
                service.killService();
                service.restart();
            }
            case "postgres" -> service.killPostgres();
            case "backend" -> service.killBackend();
            case "connections" -> {
                service.cutConnections();
                writers.cut();
            }
            default -> throw new IllegalArgumentException(kind);
        }
        Duration outage = Duration.between(from, Instant.now())
                .plus(writers.firstAcknowledgedAfter(Instant.now(), BACK_PATIENCE));
        outages.add(new Outage(kind, from, from.plus(outage)));
    }

    private static List<Acknowledged> lastBefore(SignalWriters writers, Instant kill) {
        List<Acknowledged> before = writers.acknowledged().stream()
                .filter(each -> each.at().isBefore(kill))
                .toList();
        return before.subList(Math.max(0, before.size() - CHECKED_AFTER_EACH_KILL), before.size());
    }

    /** Sent again, what is still there answers 200; a 201 means that it had been lost. */
    private static long countLost(SignalWriters writers, List<Acknowledged> signals) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Boolean>> answers = new ArrayList<>();
            for (Acknowledged signal : signals) {
                answers.add(threads.submit(() -> statusOf(writers, signal.number(), "") != 200));
            }
            long lost = 0;
            for (Future<Boolean> answer : answers) {
                lost += answer.get() ? 1 : 0;
            }
            return lost;
        }
    }

    private long countUnchangedContent(SignalWriters writers, List<Acknowledged> signals) {
        long wrong = 0;
        for (int i = 0; i < CHECKED_FOR_CONTENT; i++) {
            int number = signals.get(random.nextInt(signals.size())).number();
            wrong += statusOf(writers, number, " changed") == 409 ? 0 : 1;
        }
        return wrong;
    }

    private static int statusOf(SignalWriters writers, int number, String change) {
        int status = 0;
        for (int tries = 0; tries < 100 && (status == 0 || status == 503 || status == 429); tries++) {
            status = writers.send(number, change);
        }
        return status;
    }
}
