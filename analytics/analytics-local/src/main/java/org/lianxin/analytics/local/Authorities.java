package org.lianxin.analytics.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lianxin.analytics.api.Authority;
import org.lianxin.analytics.api.EvidenceProblem;
import org.lianxin.analytics.imports.CaseIndex;

/** No case without a legal authority, and no work on it after that has expired. */
public final class Authorities {
    private Authorities() {}

    /** Fails with {@link EvidenceProblem} once it has expired. */
    public static void checkInForce(Authority authority, Clock clock) {
        if (!authority.isInForce(LocalDate.now(clock.withZone(ZoneId.of("Asia/Shanghai"))))) {
            throw new EvidenceProblem(
                    "authority-expired",
                    "Authority %s of %s expired on %s. Analysis stops until it is extended. 授权已到期，停止分析。"
                            .formatted(authority.number(), authority.issuedBy(), authority.expires()));
        }
    }

    /** That of the case, or what the command line says; asks for what it does not say. */
    static Authority of(Options options, InputStream answers, PrintStream out) throws IOException {
        Path folder = options.path("case");
        if (!options.has("authority") && Files.exists(folder.resolve("manifest.json"))) {
            try (var known = CaseIndex.open(folder)) {
                if (known.authority() != null) {
                    return known.authority();
                }
            }
        }
        return ask(options, answers, out);
    }

    /** What the command line says; asks for what it does not say. */
    public static Authority ask(Options options, InputStream answers, PrintStream out) throws IOException {
        var in = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
        String number = ask(options, "authority", "法律文书编号 number of the authority", in, out);
        String by = ask(options, "authority-by", "签发机关 issuing body", in, out);
        String[] covers =
                ask(options, "covers", "授权数据时间范围 covers FROM/TO", in, out).split("/", 2);
        String expires = ask(options, "expires", "有效期至 expires", in, out);
        if (covers.length != 2) {
            throw new EvidenceProblem(
                    "option", "--covers takes two days with a stroke between: 2026-01-01/2026-06-30.");
        }
        try {
            return new Authority(
                    number,
                    by,
                    Options.moment("covers", covers[0], false),
                    Options.moment("covers", covers[1], true),
                    LocalDate.parse(expires.strip()));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new EvidenceProblem("authority", "That is no authority: " + e.getMessage());
        }
    }

    private static String ask(Options options, String name, String words, BufferedReader in, PrintStream out)
            throws IOException {
        var given = options.find(name);
        if (given.isPresent()) {
            return given.get();
        }
        out.print(words + ": ");
        out.flush();
        String line = in.readLine();
        if (line == null || line.isBlank()) {
            throw new EvidenceProblem(
                    "authority", "No case without a legal authority: --%s is missing. 没有法律授权不得导入涉案数据。".formatted(name));
        }
        return line.strip();
    }
}
