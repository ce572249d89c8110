package org.lianxin.bench.instance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.lianxin.bench.peer.PeerService;
import org.lianxin.runtime.Database;

/** The peer in a process of its own, on a schema of its own in the given database. */
public final class PeerProcess implements AutoCloseable {

    private final Child child;
    private final URI url;

    private PeerProcess(Child child, URI url) {
        this.child = child;
        this.url = url;
    }

    /** @param history how much history the engine keeps: none, activity, audit or full */
    public static PeerProcess start(Database database, Path folder, String history) {
        Path ready = folder.resolve("peer.port");
        List<String> command = new ArrayList<>(Jvm.command());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path", ""),
                PeerService.class.getName(),
                "--peer.url=" + database.url(),
                "--peer.user=" + database.owner().user(),
                "--peer.ready=" + ready,
                "--peer.history=" + history));
        try {
            Files.deleteIfExists(ready);
            Child child = Child.start(
                    "the peer",
                    command,
                    Map.of("PEER_PASSWORD", database.owner().password()),
                    folder.resolve("peer.log"));
            child.await(() -> Files.exists(ready));
            return new PeerProcess(child, URI.create("http://127.0.0.1:" + Files.readString(ready)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return url;
    }

    public long pid() {
        return child.pid();
    }

    @Override
    public void close() {
        child.close();
    }
}
