package org.lianxin.bench.city;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;

/** A fraud signal as a source sends it to {@code POST /api/warning/signals}. */
public record Signal(
        String sourceId,
        Instant occurredAt,
        Person person,
        String scamType,
        String level,
        long amountCents,
        boolean moneyMoving) {

    private static final String[] SCAM_TYPES = {"刷单返利", "虚假投资理财", "冒充客服", "冒充公检法", "虚假贷款", "杀猪盘", "冒充熟人", "虚假购物"};
    private static final int HIGH_PERCENT = 20;
    private static final int MEDIUM_PERCENT = 50;
    private static final int MOVING_PERCENT = 10;
    private static final int PERCENT = 100;

    /** The signal with this serial number about the person with the same number: every signal about somebody else. */
    public static Signal of(long seed, long serial, String prefix, Instant now) {
        SplittableRandom random = new SplittableRandom(seed * 131 + serial);
        int level = random.nextInt(PERCENT);
        return new Signal(
                prefix + serial,
                now.minus(random.nextInt(120), ChronoUnit.SECONDS).truncatedTo(ChronoUnit.SECONDS),
                Person.of(seed, serial),
                SCAM_TYPES[random.nextInt(SCAM_TYPES.length)],
                level < HIGH_PERCENT ? "high" : level < HIGH_PERCENT + MEDIUM_PERCENT ? "medium" : "low",
                (1L + random.nextInt(50_000)) * PERCENT,
                random.nextInt(PERCENT) < MOVING_PERCENT);
    }

    public String json() {
        return """
                {"sourceId":"%s","source":"反诈平台","occurredAt":"%s","name":"%s","nationalId":"%s","phone":"%s",\
                "scamType":"%s","level":"%s","amountCents":%d,"address":"%s","moneyMoving":%b,\
                "description":"接到自称平台客服的来电,被引导下载会议软件并共享屏幕","fields":{"运营商":"移动","通话时长":"312"}}""".formatted(
                        sourceId,
                        occurredAt,
                        person.name(),
                        person.nationalId(),
                        person.phone(),
                        scamType,
                        level,
                        amountCents,
                        person.address(),
                        moneyMoving);
    }

    @Override
    public String toString() {
        return "Signal " + sourceId;
    }
}
