package org.lianxin.warning.testing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.DataScope;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Role;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.domain.Level;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.domain.Signal;

/** People at work and signals about invented people, for tests. */
public final class Desks {

    private static final AtomicInteger SERIAL = new AtomicInteger();

    private Desks() {}

    public static Viewer clerk(UnitRef unit) {
        return viewer(unit, Role.WARNING_CLERK, DataScope.UNIT_AND_BELOW);
    }

    /** Sees only what an order of their own points to. */
    public static Viewer officer(UnitRef unit) {
        return viewer(unit, Role.VISITING_OFFICER, DataScope.OWN);
    }

    public static Viewer viewer(UnitRef unit, Role role, DataScope scope) {
        int number = SERIAL.incrementAndGet();
        return new Viewer(
                Uuid7.next(),
                Uuid7.next(),
                "D" + (1000 + number),
                "测试员" + number,
                unit.id(),
                unit.path(),
                Set.of(role),
                scope,
                List.of(),
                Uuid7.next());
    }

    /** A high-risk signal about somebody new, money about to move, at a street of Huolinguole. */
    public static Signal signal(Instant at, String address) {
        int n = SERIAL.incrementAndGet();
        return new Signal(
                "T-" + UUID.randomUUID(),
                "省反诈中心",
                at,
                "包玉兰",
                new NationalId(nationalId(n)),
                new PhoneNumber("+86139" + String.format("%08d", 47_500_000 + n)),
                ScamType.FAKE_PROSECUTOR,
                "冒充公检法",
                Level.HIGH,
                30_000_000L,
                address,
                "与涉诈号码通话 40 分钟",
                true,
                List.of("老年人"),
                Map.of("家属电话", "13800004417"));
    }

    private static String nationalId(int n) {
        String first = "150581195001" + String.format("%02d", 1 + n % 28) + String.format("%03d", n % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first.charAt(i) - '0') * weights[i];
        }
        return first + "10X98765432".charAt(sum % 11);
    }
}
