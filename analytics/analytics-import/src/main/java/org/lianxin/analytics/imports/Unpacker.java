package org.lianxin.analytics.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.lianxin.analytics.api.EvidenceProblem;

/** Makes files of evidence readable: takes their hash, unpacks what is packed, finds out what stands where. */
final class Unpacker {
    private final Path work;

    /** @param work for what is unpacked; emptied after the import */
    Unpacker(Path work) {
        this.work = work;
    }

    Evidence open(Path file, FileKind kind) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new EvidenceProblem("file", "There is no file %s.".formatted(file));
        }
        String sha256 = sha256(file);
        byte[] begin = begin(file);
        Path readFrom = file;
        boolean cut = false;
        if (begin.length >= 2 && (begin[0] & 0xFF) == 0x1F && (begin[1] & 0xFF) == 0x8B) {
            readFrom = work.resolve(sha256 + ".csv");
            cut = !unpack(file, readFrom);
        } else if (begin.length >= 4 && begin[0] == 'P' && begin[1] == 'K') {
            readFrom = work.resolve(sha256 + ".csv");
            Workbook.toCsv(file, readFrom);
        } else if (begin.length >= 4 && begin[0] == 'P' && begin[1] == 'A' && begin[2] == 'R' && begin[3] == '1') {
            readFrom = work.resolve(sha256 + ".csv");
            Parquet.toCsv(file, readFrom);
        }
        try (var channel = FileChannel.open(readFrom)) {
            var layout = LayoutDetector.detect(file, ByteSource.of(channel), kind);
            return new Evidence(
                    file.getFileName().toString(),
                    kind,
                    readFrom,
                    Files.size(file),
                    sha256,
                    layout,
                    channel.size(),
                    cut);
        }
    }

    private static byte[] begin(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(4);
        }
    }

    /** False if the packed file ends or breaks somewhere; what came before is kept. */
    private static boolean unpack(Path file, Path into) throws IOException {
        byte[] block = new byte[1 << 18];
        try (var out = Files.newOutputStream(into);
                InputStream in = new GZIPInputStream(Files.newInputStream(file), 1 << 18)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                out.write(block, 0, read);
            }
            return true;
        } catch (EOFException | ZipException e) {
            return false;
        }
    }

    static String sha256(Path file) throws IOException {
        try (var channel = FileChannel.open(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var block = ByteBuffer.allocate(1 << 20);
            while (channel.read(block) >= 0) {
                digest.update(block.flip());
                block.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
