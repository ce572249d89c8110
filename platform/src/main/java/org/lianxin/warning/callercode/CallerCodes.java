package org.lianxin.warning.callercode;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Texts;
import org.lianxin.shared.Viewer;
import org.lianxin.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Makes and checks caller codes. Only keyed hashes are stored. One check uses a code up, in one statement, so that a
 * thousand checks at once find it once. Guessing is bounded per address and four digits, per four digits, per address and
 * altogether. Whoever has used up their own tries is told the same as for a wrong code; whoever meets a bound that others may have
 * filled is asked to come back, for the caller may be genuine.
 */
@Service
public class CallerCodes {

    private static final ScopedTransactions.SystemJob JOB = new ScopedTransactions.SystemJob("warning.verify", false);
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int CODES = 1_000_000;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String USE = "warning.caller-code";

    private final ScopedTransactions transactions;
    private final Vault vault;
    private final Units units;
    private final JdbcClient jdbc;
    private final CodeTries tries;
    private final Duration life;

    CallerCodes(
            ScopedTransactions transactions,
            Vault vault,
            Units units,
            JdbcClient jdbc,
            @Value("${lianxin.warning.caller-code.life:PT10M}") Duration life) {
        this.transactions = transactions;
        this.vault = vault;
        this.units = units;
        this.jdbc = jdbc;
        this.tries = new CodeTries(jdbc, vault, CodeTries.Bounds.USUAL);
        this.life = life;
    }

    /**
     * A fresh code for a call to {@code number} about an episode; earlier ones stay good until their own end. Call inside a
     * transaction that sees the episode.
     *
     * @param purpose what the citizen is told the call is for, a word of the catalogue
     */
    public CallerCode issue(Viewer viewer, UUID episode, PhoneNumber number, String purpose) {
        String lastFour = CallerCode.lastFourOf(number);
        while (true) {
            String code = "%06d".formatted(RANDOM.nextInt(CODES));
            Optional<CallerCode> made = jdbc.sql("""
                            insert into warning.caller_code (mac, episode_id, unit_name, staff_tail, purpose, made_at, valid_until)
                            values (:mac, :episode, :unit, :tail, :purpose, lianxin_now(),
                                lianxin_now() + make_interval(secs => :seconds))
                            on conflict (mac) do nothing returning valid_until""")
                    .param("mac", mac(code, lastFour))
                    .param("episode", episode)
                    .param("unit", units.get(viewer.unitId()).name())
                    .param("tail", tail(viewer.staffNumber()))
                    .param("purpose", purpose)
                    .param("seconds", life.toSeconds())
                    .query((row, n) -> new CallerCode(
                            code,
                            lastFour,
                            row.getObject(1, OffsetDateTime.class).toInstant()))
                    .optional();
            if (made.isPresent()) {
                return made.get();
            }
        }
    }

    /** How a question came; a code is used up by whichever is first. */
    private enum Way {
        PAGE,
        MESSAGE,
        HOTLINE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Checks what a citizen typed; anybody may call.
     *
     * @param address where the question comes from, to bound guessing
     */
    public Verdict verify(String code, String lastFour, String address) {
        return verify(code, lastFour, address, Way.PAGE);
    }

    /** Checks what a citizen wrote by text; the number counts like an address (WA-35). */
    public Verdict verifyByMessage(String code, String lastFour, PhoneNumber from) {
        return verify(code, lastFour, "sms/" + from.e164(), Way.MESSAGE);
    }

    /** Checks what a citizen reads out to the hotline; the clerk counts like an address, and is told why a code is no good (WA-36). */
    public HotlineAnswer verifyAtHotline(Viewer viewer, String code, String lastFour) {
        Verdict verdict = verify(code, lastFour, "staff/" + viewer.staffId(), Way.HOTLINE);
        boolean heard = verdict instanceof Verdict.NotGenuine wrong && wrong.triesLeft() > 0;
        return new HotlineAnswer(
                verdict, heard ? spent(mac(digits(code), digits(lastFour))).orElse(null) : null);
    }

    private Optional<HotlineAnswer.Spent> spent(byte[] mac) {
        return transactions.runAs(
                JOB,
                () -> jdbc.sql("select used_at, used_by, valid_until from warning.caller_code where mac = :mac")
                        .param("mac", mac)
                        .query(CallerCodes::spent)
                        .optional());
    }

    private static HotlineAnswer.Spent spent(ResultSet row, int ignored) throws SQLException {
        OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        OffsetDateTime end = used == null ? row.getObject("valid_until", OffsetDateTime.class) : used;
        return new HotlineAnswer.Spent(end.toInstant(), row.getString("used_by"));
    }

    private Verdict verify(String code, String lastFour, String address, Way way) {
        String plainCode = digits(code);
        String plainFour = digits(lastFour);
        return transactions.runAs(JOB, () -> {
            CodeTries.Count count = tries.count(address, plainFour.length() == 4 ? plainFour : "");
            boolean heard =
                    count instanceof CodeTries.Count.Heard && plainCode.length() == 6 && plainFour.length() == 4;
            byte[] mac = heard ? mac(plainCode, plainFour) : mac("none", Long.toString(RANDOM.nextLong()));
            Optional<Verdict> genuine = jdbc.sql("""
                            update warning.caller_code set used_at = lianxin_now(), used_by = :way
                            where mac = :mac and used_at is null and valid_until > lianxin_now()
                            returning unit_name, staff_tail, purpose, used_at""")
                    .param("mac", mac)
                    .param("way", way.word())
                    .query(CallerCodes::genuine)
                    .optional();
            return genuine.orElseGet(() -> otherwise(count));
        });
    }

    private static Verdict otherwise(CodeTries.Count count) {
        return switch (count) {
            case CodeTries.Count.Heard heard -> new Verdict.NotGenuine(heard.left());
            case CodeTries.Count.UsedUp usedUp -> new Verdict.NotGenuine(0);
            case CodeTries.Count.Later later -> new Verdict.AskLater(WINDOW.toSeconds());
        };
    }

    private static Verdict genuine(ResultSet row, int ignored) throws SQLException {
        return new Verdict.Genuine(
                row.getString("unit_name"),
                row.getString("staff_tail"),
                row.getString("purpose"),
                row.getObject("used_at", OffsetDateTime.class).toInstant());
    }

    private byte[] mac(String code, String lastFour) {
        return vault.mac(USE, (code + '/' + lastFour).getBytes(StandardCharsets.UTF_8));
    }

    private static String tail(String staffNumber) {
        return staffNumber.substring(Math.max(0, staffNumber.length() - 2));
    }

    /** Digits as people type them: full-width, with spaces and hyphens; anything else makes it no code at all. */
    private static String digits(String text) {
        if (text.length() > 40) {
            return "";
        }
        String plain = Texts.halfWidth(text).replaceAll("[\\s-]", "");
        return plain.matches("[0-9]*") ? plain : "";
    }
}
