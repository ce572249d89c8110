package org.lianxin.warning.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Uuid7;
import org.lianxin.warning.InventedWork.Warned;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.domain.Signal;

/** Signals about invented people as a demonstration asks for them. Used by one thread. */
final class MadeUpSignals {

    private static final String CITY = "150500";
    private static final List<String> SOURCES = List.of("国家反诈大数据平台", "省反诈中心", "移动运营商", "商业银行", "96110");
    private static final List<String> CLUES =
            List.of("与涉诈号码通话 %d 分钟", "下载涉诈应用 %d 次", "访问涉诈网址 %d 次", "向可疑账户转账 %d 笔", "收到境外来电 %d 次");
    private static final List<String> STATED = List.of("老年人", "学生", "独居");

    /** Somebody who was warned, to be warned again. */
    private record Known(InventedPerson person, String address, ScamType scam) {}

    private final Random random;
    private final List<Division> villages = new ArrayList<>();
    private final Instant now;
    private final List<Known> known = new ArrayList<>();

    MadeUpSignals(Places places, long seed, Instant now) {
        this.random = new Random(seed);
        this.now = now;
        for (Division county : places.listChildren(CITY)) {
            for (Division street : places.listChildren(county.code())) {
                villages.addAll(places.listChildren(street.code()));
            }
        }
    }

    Signal next(Warned asked) {
        Integer again = asked.again();
        Known who = again == null ? somebody(asked) : known.get(again);
        known.add(who);
        Level level = Level.find(asked.level()).orElseThrow();
        boolean stated = random.nextInt(6) == 0;
        return new Signal(
                "DEMO-" + Uuid7.next(),
                InventedPerson.pick(random, SOURCES),
                now.minus(asked.before()),
                who.person.name(),
                new NationalId(who.person.nationalId()),
                new PhoneNumber("+86" + who.person.phone()),
                who.scam,
                who.scam.title(),
                level,
                level == Level.LOW && random.nextInt(3) > 0 ? null : amount(level),
                who.address,
                InventedPerson.pick(random, CLUES).formatted(1 + random.nextInt(40)),
                asked.moneyMoving(),
                stated ? List.of(InventedPerson.pick(random, STATED)) : List.of(),
                Map.of("家属电话", "1390475%04d".formatted(random.nextInt(10_000))));
    }

    private Known somebody(Warned asked) {
        String prefix = asked.division();
        List<Division> there = prefix == null
                ? villages
                : villages.stream()
                        .filter(each -> each.code().startsWith(prefix))
                        .toList();
        Division village = InventedPerson.pick(random, there);
        String stated = asked.address();
        String address = stated != null
                ? stated
                : village.fullName() + (1 + random.nextInt(40)) + "号楼" + (1 + random.nextInt(6)) + "单元";
        ScamType[] scams = ScamType.values();
        ScamType scam = scams[Math.min(scams.length - 1, (int) Math.abs(random.nextGaussian() * 4))];
        return new Known(InventedPerson.of(random, village.code().substring(0, 6)), address, scam);
    }

    private long amount(Level level) {
        return 100_000L * (1 + random.nextInt(level == Level.HIGH ? 400 : 60));
    }
}
