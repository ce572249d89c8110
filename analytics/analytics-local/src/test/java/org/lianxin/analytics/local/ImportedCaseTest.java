package org.lianxin.analytics.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.GraphEngine;
import org.lianxin.analytics.api.ImportSpec;
import org.lianxin.analytics.imports.Importer;
import org.lianxin.analytics.imports.Progress;
import org.lianxin.analytics.testkit.Evidence;
import org.lianxin.analytics.testkit.GraphEngineContract;

/** The same contract, all the way from files. */
class ImportedCaseTest extends GraphEngineContract {
    private static final Authority AUTHORITY = new Authority(
            "测试〔2026〕1号",
            "示例县公安局",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-12-31T00:00:00Z"),
            LocalDate.of(2099, 1, 1));

    @TempDir
    private Path temp = Path.of("");

    @Override
    protected int cases() {
        return 100;
    }

    @Override
    protected GraphEngine engineOn(Evidence evidence) {
        try {
            Path folder = Files.createDirectory(temp.resolve(UUID.randomUUID().toString()));
            var transfers = Files.writeString(
                    folder.resolve("transfers.csv"),
                    "transaction id,from account,to account,time,amount\n"
                            + evidence.transfers().reversed().stream()
                                    .map(one -> "%s,%s,%s,%s,%d.%02d\n"
                                            .formatted(
                                                    one.id(),
                                                    one.from(),
                                                    one.to(),
                                                    one.time(),
                                                    one.cents() / 100,
                                                    one.cents() % 100))
                                    .collect(Collectors.joining()));
            var logins = Files.writeString(
                    folder.resolve("logins.csv"),
                    "account,time,ip,device\n"
                            + evidence.shared().stream()
                                    .filter(one -> one.since() != null)
                                    .map(one -> "%s,%s,%s,%s\n"
                                            .formatted(
                                                    one.account(),
                                                    one.since(),
                                                    value(one, "ip:"),
                                                    value(one, "device:")))
                                    .collect(Collectors.joining()));
            var accounts = Files.writeString(
                    folder.resolve("accounts.csv"),
                    "account,holder id,opened\n"
                            + evidence.shared().stream()
                                    .filter(one -> one.since() == null)
                                    .map(one -> one.account() + "," + value(one, "holder:") + ",\n")
                                    .collect(Collectors.joining())
                            + evidence.opened().entrySet().stream()
                                    .map(one -> one.getKey() + ",," + one.getValue() + "\n")
                                    .collect(Collectors.joining()));
            Path home = folder.resolve("case");
            Importer.run(
                    new ImportSpec(home, AUTHORITY, List.of(transfers), List.of(logins), List.of(accounts), 2, 1 << 24),
                    Progress.SILENT);
            return LocalEngine.open(home, Clock.systemUTC());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(Evidence.Shared shared, String prefix) {
        return shared.identifier().startsWith(prefix) ? shared.identifier().substring(prefix.length()) : "";
    }
}
