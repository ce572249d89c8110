package org.lianxin.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork.Came;
import org.lianxin.warning.InventedWork.Warned;

/** What happened in the city today, scene by scene: every state an episode and an order can be in has somebody in it. */
final class DemoDay {

    private static final List<String> UNCLEAR =
            List.of("新华街 3 号", "和平村东头", "家住市区，具体不详", "前进社区 5 号楼", "老商场后面的平房", "红星村", "育新小区 2 单元");
    private static final List<String> AWAKENING = List.of("begin", "listening", "testing", "reading", "agreeing");
    private static final List<String> HOW = List.of("银行取消转账", "本人停止操作，App 已卸载", "银行柜台拦下", "支付机构退回");

    private final DayBook book;
    private final Colleagues colleagues;
    private final UnitRef city;
    private final List<UnitRef> counties;
    private final List<String> streets;
    private final double sinceMidnight;
    private final Random random = new Random(46);
    private final List<Scene> scenes = new ArrayList<>();

    /** One warning and what became of it. */
    private record Scene(Warned warned, double ago, BiConsumer<UUID, Double> course) {}

    DemoDay(DayBook book, Colleagues colleagues, UnitRef city, List<UnitRef> below, double sinceMidnight) {
        this.book = book;
        this.colleagues = colleagues;
        this.city = city;
        this.counties =
                below.stream().filter(each -> each.level().equals("county")).toList();
        this.streets = below.stream()
                .filter(each -> each.level().equals("station"))
                .map(UnitRef::code)
                .toList();
        this.sinceMidnight = sinceMidnight;
    }

    /** @param closed how many are done already; the others are in every state there is */
    void play(int closed, int waiting) {
        fresh(waiting);
        underWay();
        unreached();
        passedOn();
        late();
        ownWork();
        for (int i = 0; i < closed; i++) {
            closed(i);
        }
        List<UUID> episodes = book.warn(
                scenes.stream().map(Scene::warned).toList(),
                scenes.stream().map(Scene::ago).toList(),
                46);
        for (int i = 0; i < scenes.size(); i++) {
            Scene scene = scenes.get(i);
            scene.course.accept(episodes.get(i), scene.ago);
        }
        book.askForList(clerk(), "晚会核对今天还没办完的名单");
    }

    private void add(
            String level, boolean moving, @Nullable String division, double ago, BiConsumer<UUID, Double> course) {
        Duration before = Duration.ofSeconds(20 + random.nextInt(level.equals("high") ? 200 : 2_000));
        scenes.add(new Scene(new Warned(city, division, null, level, moving, before, null), ago, course));
    }

    private void again() {
        int of = scenes.size() - 1;
        Scene first = scenes.get(of);
        Warned again = new Warned(
                first.warned.receiver(),
                null,
                null,
                "medium",
                false,
                first.warned.before().plusSeconds(30),
                of);
        scenes.add(new Scene(again, first.ago, (episode, ago) -> {}));
    }

    private static void nothing(UUID episode, double ago) {}

    private Viewer clerk() {
        return colleagues.cityClerk(random.nextInt(100));
    }

    private Viewer whoever(UUID episode, String kind) {
        return colleagues.of(book.order(episode, kind).unitId(), random.nextInt(100));
    }

    private static Came came(String kind, @Nullable String note) {
        return new Came(kind, null, null, null, note, null, null);
    }

    /** Nobody has signed yet. */
    private void fresh(int normal) {
        for (int i = 0; i < 6; i++) {
            add("high", i < 2, i == 0 ? DemoAccounts.STATION : null, 0.2 + 0.35 * i, DemoDay::nothing);
        }
        for (int i = 0; i < normal; i++) {
            add(i % 3 == 0 ? "low" : "medium", false, null, 4 + random.nextInt(200), DemoDay::nothing);
            if (i % 4 == 0) {
                again();
            }
        }
        for (int i = 0; i < UNCLEAR.size(); i++) {
            String level = i == 0 ? "high" : "medium";
            Duration before = Duration.ofMinutes(6);
            scenes.add(new Scene(
                    new Warned(city, null, UNCLEAR.get(i), level, false, before, null),
                    i == 0 ? 2 : 3 + 3.5 * i,
                    DemoDay::nothing));
        }
        for (UnitRef county : counties) {
            Duration before = Duration.ofMinutes(8);
            for (int i = 0; i < 2; i++) {
                scenes.add(new Scene(
                        new Warned(county, county.code(), null, "medium", false, before, null),
                        10 + random.nextInt(100),
                        DemoDay::nothing));
            }
        }
    }

    /** Signed, being called, on the way, reported on. */
    private void underWay() {
        List<String> rings = List.of("busy", "reached", "no-answer", "reached");
        for (int i = 0; i < 9; i++) {
            boolean visit = i % 3 > 0;
            String ring = i % 3 == 0 ? null : rings.get(i % rings.size());
            add("high", i % 4 == 0, null, 6 + 2 * i, (episode, ago) -> {
                book.call(episode, clerk(), ago - 1.5, ring);
                Viewer officer = whoever(episode, "visit");
                book.sign(episode, "visit", officer, ago - 3);
                if (visit) {
                    book.report(episode, "visit", officer, ago - 5, "已到楼下，正在敲门");
                }
            });
        }
        for (int i = 0; i < 6; i++) {
            add(
                    "medium",
                    false,
                    null,
                    15 + 12 * i,
                    (episode, ago) -> book.call(episode, clerk(), ago - 6, "no-answer"));
            if (i % 2 == 0) {
                again();
            }
        }
    }

    /** Refused, not found, does not believe, paid in part: each with what follows. */
    private void unreached() {
        for (int i = 0; i < 4; i++) {
            boolean extended = i < 3;
            int which = i;
            add("medium", false, null, 40 + 20 * i, (episode, ago) -> {
                book.outcome(episode, clerk(), ago - 10, came("refused", "接通后说在开会，挂断"));
                Viewer officer = whoever(episode, "visit");
                book.sign(episode, "visit", officer, ago - 18);
                if (extended) {
                    extension(episode, officer, ago - 25, which);
                }
            });
        }
        for (int i = 0; i < 4; i++) {
            add("medium", false, null, 60 + 25 * i, (episode, ago) -> {
                book.call(episode, clerk(), ago - 4, "no-answer");
                book.outcome(episode, clerk(), ago - 9, came("not-found", "三个号码均未接通"));
                book.sign(episode, "search", whoever(episode, "search"), ago - 14);
            });
        }
        for (int i = 0; i < 3; i++) {
            int parts = i * 5 / 2;
            add("medium", false, null, 70 + 30 * i, (episode, ago) -> {
                book.outcome(episode, clerk(), ago - 6, came("not-believed", "认为来电是骗子"));
                Viewer first = colleagues.numbered("TL0007");
                book.awaken(episode, first, colleagues.cityClerk(1), ago - 20, AWAKENING.subList(0, parts));
            });
        }
        paidInPart();
    }

    private void paidInPart() {
        for (int i = 0; i < 3; i++) {
            boolean taken = i > 0;
            add("high", true, null, 20 + 3 * i, (episode, ago) -> {
                book.call(episode, clerk(), ago - 1, "reached");
                Viewer officer = whoever(episode, "visit");
                book.sign(episode, "visit", officer, ago - 2);
                long lost = 100_00L * (30 + random.nextInt(300));
                book.outcome(
                        episode, clerk(), ago - 7, new Came("partly-paid", null, null, lost, "已转出第一笔", null, null));
                if (taken) {
                    book.sign(episode, "stop-payment", colleagues.numbered(Colleagues.STOPPER), ago - 9);
                }
            });
        }
    }

    private void extension(UUID episode, Viewer officer, double ago, int which) {
        UUID order = book.order(episode, "visit").id();
        book.did(episode, ago, () -> book.orders().askExtension(order, officer, Duration.ofHours(2), "当事人在外地，晚上回来"));
        if (which > 0) {
            book.did(episode, ago - 3, () -> book.orders().decideExtension(order, clerk(), which == 1, "同意到晚上"));
        }
    }

    /** Handed over, taken over, returned, given to another station. */
    private void passedOn() {
        for (int i = 0; i < 4; i++) {
            int which = i;
            UnitRef to = counties.get((i + 2) % counties.size());
            add("medium", false, counties.get(i % counties.size()).code(), 50 + 15 * i, (episode, ago) -> {
                book.outcome(
                        episode, clerk(), ago - 8, new Came("handed-over", null, null, null, "人在外县打工", to.id(), null));
                UUID order = book.order(episode, "take-over").id();
                Viewer there = colleagues.of(to.id(), which);
                if (which == 1) {
                    book.did(episode, ago - 15, () -> book.orders().sign(order, there));
                } else if (which == 2) {
                    book.did(episode, ago - 15, () -> book.orders().giveBack(order, there, "核实后不在本县"));
                }
            });
        }
        for (int i = 0; i < 3; i++) {
            boolean back = i < 2;
            add("high", false, null, 14 + 4 * i, (episode, ago) -> {
                book.call(episode, clerk(), ago - 1, "busy");
                UUID order = book.order(episode, "visit").id();
                Viewer officer = whoever(episode, "visit");
                UnitRef next = counties.get(random.nextInt(counties.size()));
                book.did(episode, ago - 3, () -> {
                    if (back) {
                        book.orders().giveBack(order, officer, "登记地址已拆迁，当事人不在辖区");
                    } else {
                        book.orders().handOver(order, officer, next.id(), "当事人正在该县办事");
                    }
                });
            });
        }
        for (int i = 0; i < 3; i++) {
            Warned unclear = new Warned(city, null, UNCLEAR.get(i + 2), "medium", false, Duration.ofMinutes(9), null);
            String street = streets.get(random.nextInt(streets.size()));
            scenes.add(
                    new Scene(unclear, 60 + 20 * i, (episode, ago) -> book.route(episode, clerk(), ago - 12, street)));
        }
    }

    /** Not signed in time, not met in time: the ladders tell whom it concerns. */
    private void late() {
        for (int i = 0; i < 3; i++) {
            add("high", i == 0, null, 8 + 4 * i, (episode, ago) -> book.call(episode, clerk(), ago - 1, "no-answer"));
        }
        add("high", false, null, 47, (episode, ago) -> {
            book.call(episode, clerk(), ago - 1, "no-answer");
            book.sign(episode, "visit", whoever(episode, "visit"), ago - 3);
        });
        for (int i = 0; i < 2; i++) {
            add("medium", false, null, 262 + 31 * i, DemoDay::nothing);
        }
    }

    /** In the hands of those a visitor can sign in as. */
    private void ownWork() {
        for (int i = 0; i < 3; i++) {
            add(i == 0 ? "high" : "medium", false, null, 9 + 5 * i, (episode, ago) -> {
                book.call(episode, colleagues.numbered("TL0007"), ago - 2, "no-answer");
                if (book.has(episode, "visit")) {
                    book.sign(episode, "visit", whoever(episode, "visit"), ago - 3);
                }
            });
        }
        for (int i = 0; i < 2; i++) {
            add("high", i == 0, DemoAccounts.STATION, 4 + 3 * i, (episode, ago) -> {
                book.call(episode, clerk(), ago - 1, "no-answer");
                book.sign(episode, "visit", colleagues.numbered("HL0217"), ago - 2);
            });
        }
        for (int i = 0; i < 2; i++) {
            Warned warned = new Warned(
                    countyOf(DemoAccounts.COUNTY),
                    DemoAccounts.COUNTY,
                    null,
                    "medium",
                    false,
                    Duration.ofMinutes(9),
                    null);
            scenes.add(new Scene(
                    warned,
                    30 + 9 * i,
                    (episode, ago) -> book.call(episode, colleagues.numbered("HL0003"), ago - 8, "busy")));
        }
    }

    private UnitRef countyOf(String code) {
        return counties.stream()
                .filter(each -> each.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** Done today: mostly by phone within minutes; where it was high somebody went there too, and money stayed. */
    private void closed(int i) {
        boolean high = i % 5 == 0;
        double longest = Math.clamp(sinceMidnight - 5, 45, 16 * 60);
        double ago = 40 + random.nextDouble() * (longest - 40);
        add(high ? "high" : i % 2 == 0 ? "medium" : "low", i % 15 == 0, null, ago, high ? this::seen : this::spokenTo);
        if (i % 9 == 0) {
            again();
        }
    }

    private void seen(UUID episode, double ago) {
        double quick = 0.6 + random.nextDouble() * 2;
        book.call(episode, clerk(), ago - quick, random.nextInt(8) > 0 ? "reached" : "no-answer");
        Viewer officer = whoever(episode, "visit");
        book.sign(episode, "visit", officer, ago - quick - 1);
        double there = 9 + random.nextInt(18);
        boolean saves = random.nextInt(3) == 0;
        UUID visit = book.order(episode, "visit").id();
        Long saved = saves ? 100_000L * (3 + random.nextInt(38)) : null;
        String how = saves ? HOW.get(random.nextInt(HOW.size())) : null;
        book.outcome(episode, officer, ago - there, new Came("reached", saved, how, null, "已当面劝阻", null, visit));
    }

    private void spokenTo(UUID episode, double ago) {
        Viewer clerk = clerk();
        double after = 3 + random.nextDouble() * 25;
        book.call(episode, clerk, ago - after, "reached");
        boolean saves = random.nextInt(20) == 0;
        Long saved = saves ? 10_000L * (5 + random.nextInt(75)) : null;
        book.outcome(
                episode,
                clerk,
                ago - after - 3,
                new Came("reached", saved, saves ? HOW.get(1) : null, null, null, null, null));
    }
}
