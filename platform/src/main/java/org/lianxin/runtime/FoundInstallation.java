package org.lianxin.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.lianxin.runtime.postgres.EmbeddedPostgres;
import org.lianxin.runtime.postgres.PostgresSettings;
import org.lianxin.shared.Installation;
import org.lianxin.shared.Secrets;
import org.postgresql.ds.PGSimpleDataSource;

/** An installation as commands see it: its folder, and its database whether the service runs or not. */
final class FoundInstallation implements Installation {

    private final DataFolder data;

    private FoundInstallation(DataFolder data) {
        this.data = data;
    }

    /** Finds the folder; registered for {@link java.util.ServiceLoader}. */
    public static final class Opener implements Installation.Opener {
        @Override
        public Installation open(List<String> arguments) {
            return new FoundInstallation(find(arguments));
        }
    }

    static DataFolder find(List<String> arguments) {
        int at = arguments.indexOf("--data");
        List<Path> candidates = at >= 0 && at + 1 < arguments.size()
                ? List.of(Path.of(arguments.get(at + 1)))
                : Arrays.stream(Stamp.values())
                        .map(ServeOptions::usualData)
                        .distinct()
                        .toList();
        List<DataFolder> there = candidates.stream()
                .map(DataFolder::new)
                .filter(each -> Files.exists(each.stamp()))
                .toList();
        List<DataFolder> running = there.stream()
                .filter(each -> RunningFile.find(each.running()).isPresent())
                .toList();
        List<DataFolder> best = running.isEmpty() ? there : running;
        if (best.size() != 1) {
            throw new StartRefused(
                    (best.isEmpty() ? "no installation in " : "several installations: ")
                            + (best.isEmpty()
                                    ? candidates
                                    : best.stream().map(DataFolder::root).toList()),
                    "name its data folder with --data DIR");
        }
        return best.getFirst();
    }

    @Override
    public Secrets secrets() {
        return new FileSecrets(data.secrets());
    }

    @Override
    public String stamp() {
        try {
            return Files.readString(data.stamp()).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Path ownCertificate() {
        return Certificates.in(data.secrets()).certificate();
    }

    @Override
    public <T> T withDatabase(Function<DataSource, T> work) {
        Database server = Instance.server(System.getenv());
        if (server != null) {
            return work.apply(dataSource(server));
        }
        Optional<RunningFile> running = RunningFile.find(data.running());
        if (running.isPresent()) {
            return work.apply(dataSource(new Database(
                    running.get().jdbcUrl(), EmbeddedPostgres.ownerOf(data), EmbeddedPostgres.serviceOf(data))));
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data, PostgresSettings.forThisMachine())) {
            return work.apply(dataSource(postgres.database()));
        }
    }

    private static DataSource dataSource(Database database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(database.url());
        source.setUser(database.service().user());
        source.setPassword(database.service().password());
        return source;
    }
}
