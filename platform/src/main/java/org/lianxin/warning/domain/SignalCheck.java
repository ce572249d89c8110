package org.lianxin.warning.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Texts;

/** WA-05: what a signal must have before it is taken; the same for a row of a file and a request over HTTP. */
public final class SignalCheck {

    static final int LONGEST_TEXT = 20_000;
    private static final int MOST_FIELDS = 200;
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Set<String> YES = Set.of("是", "y", "yes", "true", "1", "转账中", "正在转账", "有", "已转账", "异动");
    private static final Set<String> NO = Set.of("否", "n", "no", "false", "0", "无", "未转账", "没有");
    private static final Set<String> PLAIN_LEVELS = Set.of("高", "中", "低", "high", "medium", "low");
    private static final Pattern CENTS = Pattern.compile("[0-9]{1,16}");
    private static final Pattern MOBILE = Pattern.compile("(?:\\+?86[- ]?)?(1[3-9][0-9]{9})");
    private static final Pattern OTHER_PAPER = Pattern.compile("[A-Z]{1,2}[0-9]{6,10}|[0-9]{15}|[0-9]{8,10}[A-Z]?");

    private final Draft draft;
    private final Instant now;
    private final List<Problem> problems = new ArrayList<>();

    private SignalCheck(Draft draft, Instant now) {
        this.draft = draft;
        this.now = now;
    }

    /** What the check says. */
    public sealed interface Verdict {
        record Taken(Signal signal) implements Verdict {}

        record Rejected(List<Problem> problems) implements Verdict {
            public Rejected {
                problems = List.copyOf(problems);
            }
        }
    }

    /** @param fallbackId the id where the source gives none; null when it must give one */
    public static Verdict check(Draft draft, Instant now, @Nullable String fallbackId) {
        return new SignalCheck(draft, now).verdict(fallbackId);
    }

    private Verdict verdict(@Nullable String fallbackId) {
        String id =
                fallbackId == null || draft.get(Field.SOURCE_ID) != null ? needed(Field.SOURCE_ID, 128) : fallbackId;
        Instant time = time();
        String name = needed(Field.NAME, 100);
        Level level = level();
        NationalId nationalId = nationalId();
        PhoneNumber phone = phone();
        Long cents = cents();
        String scam = optional(Field.SCAM_TYPE, 200);
        String source = optional(Field.SOURCE, 200);
        String address = optional(Field.ADDRESS, 500);
        String description = optional(Field.DESCRIPTION, LONGEST_TEXT);
        boolean moving = isMoving();
        checkOthers();
        if (!problems.isEmpty() || time == null || level == null) {
            return new Verdict.Rejected(problems);
        }
        return new Verdict.Taken(new Signal(
                id,
                source == null ? "" : source,
                time,
                name,
                nationalId,
                phone,
                scam == null ? ScamType.OTHER : ScamType.of(scam),
                scam,
                level,
                cents,
                address,
                description,
                moving,
                vulnerability(),
                draft.others()));
    }

    private String needed(Field field, int longest) {
        String text = optional(field, longest);
        if (text == null) {
            problems.add(Problem.of(field, "missing", field.title()));
            return "";
        }
        return text;
    }

    private @Nullable String optional(Field field, int longest) {
        String text = draft.get(field);
        if (text != null && text.length() > longest) {
            problems.add(Problem.of(field, "too-long", field.title(), "" + text.length(), "" + longest));
        }
        return text;
    }

    private @Nullable Instant time() {
        String text = draft.get(Field.OCCURRED_AT);
        if (text == null) {
            problems.add(Problem.of(Field.OCCURRED_AT, "missing", Field.OCCURRED_AT.title()));
            return null;
        }
        Instant time = SourceTime.find(text).orElse(null);
        if (time == null) {
            problems.add(Problem.of(Field.OCCURRED_AT, "bad-time"));
        } else if (SourceTime.isFuture(time, now)) {
            int year = SourceTime.yearMeant(time, now);
            problems.add(Problem.of(
                    Field.OCCURRED_AT,
                    "future-time",
                    time.atZone(SourceTime.ZONE).toLocalDate().toString(),
                    "" + year));
        } else if (time.isBefore(OLDEST)) {
            problems.add(Problem.of(Field.OCCURRED_AT, "too-old"));
        }
        return time;
    }

    private @Nullable Level level() {
        String text = draft.get(Field.LEVEL);
        Level level = text == null ? null : Level.find(text).orElse(null);
        if (text == null) {
            problems.add(Problem.of(Field.LEVEL, "missing", Field.LEVEL.title()));
        } else if (level == null) {
            problems.add(Problem.of(Field.LEVEL, "bad-level"));
        } else if (!PLAIN_LEVELS.contains(text)) {
            keepWords(Field.LEVEL, text);
        }
        return level;
    }

    private @Nullable NationalId nationalId() {
        String text = draft.get(Field.NATIONAL_ID);
        if (text == null) {
            return null;
        }
        Optional<NationalId> id = NationalId.find(text);
        if (id.isPresent()) {
            return id.get();
        }
        String plain = Texts.halfWidth(text).strip().toUpperCase(Locale.ROOT);
        if (OTHER_PAPER.matcher(plain).matches()) {
            draft.others().put(Field.NATIONAL_ID.title(), plain);
        } else {
            problems.add(Problem.of(Field.NATIONAL_ID, "bad-national-id", "" + plain.length()));
        }
        return null;
    }

    private @Nullable PhoneNumber phone() {
        String text = draft.get(Field.PHONE);
        if (text == null) {
            return null;
        }
        Optional<PhoneNumber> phone = findPhone(text);
        if (phone.isEmpty()) {
            problems.add(Problem.of(Field.PHONE, "bad-phone", "" + text.length()));
        }
        return phone.orElse(null);
    }

    /** A number as written; the many plain mobile numbers without asking the big table. */
    public static Optional<PhoneNumber> findPhone(String text) {
        var mobile = MOBILE.matcher(text);
        return mobile.matches() ? Optional.of(new PhoneNumber("+86" + mobile.group(1))) : PhoneNumber.find(text);
    }

    private @Nullable Long cents() {
        String exact = draft.get(Field.AMOUNT_CENTS);
        if (exact != null) {
            boolean isCents = CENTS.matcher(exact).matches();
            if (!isCents) {
                problems.add(Problem.of(Field.AMOUNT_CENTS, "bad-amount"));
            }
            return isCents ? Long.valueOf(exact) : null;
        }
        String text = draft.get(Field.AMOUNT);
        if (text == null || text.matches("[-—–/无]+|不详|未知")) {
            return null;
        }
        OptionalLong cents = Amounts.findCents(text, draft.isTenThousands());
        if (cents.isEmpty()) {
            problems.add(Problem.of(Field.AMOUNT, "bad-amount"));
            return null;
        }
        if (!text.matches("[0-9.]+")) {
            keepWords(Field.AMOUNT, text);
        }
        return cents.getAsLong();
    }

    private boolean isMoving() {
        String text = draft.get(Field.MONEY_MOVING);
        if (text == null) {
            return false;
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (!YES.contains(plain) && !NO.contains(plain)) {
            keepWords(Field.MONEY_MOVING, text);
        }
        return YES.contains(plain);
    }

    /** What we read a value from is kept where reading it loses something. */
    private void keepWords(Field field, String text) {
        draft.others().put(field.title() + "（原文）", text);
    }

    private List<String> vulnerability() {
        String text = draft.get(Field.VULNERABILITY);
        return text == null
                ? List.of()
                : Arrays.stream(text.split("[、,，;；|\\s]+"))
                        .filter(word -> !word.isBlank() && !word.equals("无") && !word.equals("否"))
                        .toList();
    }

    private void checkOthers() {
        if (draft.others().size() > MOST_FIELDS) {
            problems.add(new Problem(
                    "fields", "too-many-fields", List.of("" + draft.others().size(), "" + MOST_FIELDS)));
        }
        draft.others().forEach((header, text) -> {
            if (text.length() > LONGEST_TEXT || header.length() > 200) {
                problems.add(new Problem(
                        header.substring(0, Math.min(40, header.length())),
                        "too-long",
                        List.of(
                                header.substring(0, Math.min(40, header.length())),
                                "" + text.length(),
                                "" + LONGEST_TEXT)));
            }
        });
    }
}
