package org.lianxin.analytics.imports;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.lianxin.analytics.api.EvidenceProblem;

/** Finds encoding, separator and header of a file from its beginning; banks like to put a few lines above the header. */
final class LayoutDetector {
    private static final int LOOK_AT = 1 << 20;
    private static final int HEADER_WITHIN_LINES = 60;
    private static final char[] SEPARATORS = {',', '\t', ';', '|'};

    private LayoutDetector() {}

    static Layout detect(Path name, ByteSource source, FileKind kind) throws IOException {
        byte[] buffer = new byte[LOOK_AT];
        int length = Math.max(0, source.read(0, buffer, 0, LOOK_AT));
        byte[] begin = Arrays.copyOf(buffer, length);
        if (startsWith(begin, 0xFF, 0xFE) || startsWith(begin, 0xFE, 0xFF)) {
            throw new EvidenceProblem(
                    "encoding",
                    "%s is UTF-16. Save it as CSV UTF-8 and import it again.".formatted(name.getFileName()));
        }
        Charset charset = charsetOf(begin);
        int at = startsWith(begin, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        for (int line = 1; line <= HEADER_WITHIN_LINES && at < length; line++) {
            int end = at;
            while (end < length && begin[end] != '\n') {
                end++;
            }
            Layout found = header(new String(begin, at, end - at, charset), charset, kind);
            if (found != null) {
                return found.startingAt(Math.min(end + 1, length), line);
            }
            at = end + 1;
        }
        throw new EvidenceProblem(
                "header",
                "%s has no header that we understand. Wanted: %s.".formatted(name.getFileName(), kind.wanted()));
    }

    private static @Nullable Layout header(String line, Charset charset, FileKind kind) {
        for (char separator : SEPARATORS) {
            Layout layout = Layout.ofHeader(line.strip(), separator, charset, kind);
            if (layout != null) {
                return layout;
            }
        }
        return null;
    }

    /** UTF-8 if the beginning is, save for a character cut off at its end; GB18030 if not. */
    private static Charset charsetOf(byte[] begin) {
        for (int cut = 0; cut < 4 && cut <= begin.length; cut++) {
            if (Texts.decode(Arrays.copyOf(begin, begin.length - cut), StandardCharsets.UTF_8) != null) {
                return StandardCharsets.UTF_8;
            }
            if (begin.length < LOOK_AT) {
                break;
            }
        }
        // one damaged row must not turn a whole file of UTF-8 around: the header and most lines decide
        String[] lines = new String(begin, StandardCharsets.ISO_8859_1).split("\n", 2000);
        int utf8 = 0;
        int other = 0;
        for (String line : lines) {
            byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
            if (line.chars().anyMatch(c -> c >= 128)) {
                if (Texts.decode(bytes, StandardCharsets.UTF_8) != null) {
                    utf8++;
                } else {
                    other++;
                }
            }
        }
        return utf8 >= other ? StandardCharsets.UTF_8 : Texts.GB18030;
    }

    private static boolean startsWith(byte[] bytes, int... first) {
        if (bytes.length < first.length) {
            return false;
        }
        for (int i = 0; i < first.length; i++) {
            if ((bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }
}
