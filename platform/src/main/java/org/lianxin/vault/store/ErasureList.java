package org.lianxin.vault.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * The ids of destroyed keys in a file beside the databases, one a line. After a keystore is restored from a backup, all of
 * them are destroyed again.
 */
public final class ErasureList {

    private static final int LINE = 37;

    private final Path file;

    public ErasureList(Path file) {
        this.file = file;
    }

    /** Adds ids; on disk when it returns. */
    public synchronized void add(Collection<UUID> ids) {
        StringBuilder lines = new StringBuilder(1 + ids.size() * LINE);
        if (endsInTheMiddle()) {
            lines.append('\n');
        }
        ids.forEach(id -> lines.append(id).append('\n'));
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(StandardCharsets.US_ASCII));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be written", e);
        }
    }

    /** A line cut short must not swallow the one after it. */
    private boolean endsInTheMiddle() {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            return channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n';
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be read", e);
        }
    }

    /** All ids; a line cut short by a power failure was never acknowledged and is left out. */
    public synchronized List<UUID> all() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            return lines.filter(line -> line.length() == LINE - 1)
                    .map(UUID::fromString)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the erasure list " + file + " cannot be read", e);
        }
    }
}
