package org.lianxin.warning.sample;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.lianxin.place.Division;
import org.lianxin.place.Places;
import org.lianxin.warning.domain.SourceTime;

/** Rows of a county's warnings as a platform exports them, one after another. Used by one thread. */
public final class SampleRows {

    /** The columns, in order. 民族 is on the stop list, 网格员电话 and 涉案账户 are columns we only keep. */
    public static final List<String> HEADERS = List.of(
            "预警编号", "预警时间", "姓名", "证件号码", "手机号码", "民族", "诈骗类型", "风险等级", "涉案金额", "居住地", "数据来源", "预警描述", "是否转账", "特殊人群",
            "网格员电话", "涉案账户");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final List<String> SCAMS = List.of(
            "刷单返利",
            "刷单返利",
            "刷单返利",
            "虚假投资理财",
            "虚假投资理财",
            "冒充电商物流客服",
            "冒充电商物流客服",
            "冒充公检法",
            "虚假贷款",
            "虚假征信",
            "冒充领导熟人",
            "网络婚恋交友",
            "虚假购物服务",
            "网络游戏产品虚假交易",
            "电信网络其他");
    private static final List<String> SOURCES = List.of("国家反诈大数据平台", "省反诈中心", "移动运营商", "商业银行", "96110");
    private static final List<String> CLUES =
            List.of("与涉诈号码通话 %d 分钟", "下载涉诈应用 %d 次", "访问涉诈网址 %d 次", "向可疑账户转账 %d 笔", "收到境外来电 %d 次");
    private static final List<String> STATED = List.of("老年人", "学生", "独居", "近期办理贷款", "大额取现");

    private final Random random;
    private final List<Division> villages;
    private final Instant newest;
    private final Duration span;
    private final String series;
    private final List<InventedPerson> seen = new ArrayList<>();
    private int serial;

    /**
     * @param newest the time of the newest row
     * @param span how far back the oldest reaches
     */
    public SampleRows(Places places, long seed, Instant newest, Duration span) {
        this.random = new Random(seed);
        this.villages = villages(places);
        this.newest = newest;
        this.span = span;
        this.series = "LX" + Long.toString(seed, 36).toUpperCase(java.util.Locale.ROOT);
    }

    private static List<Division> villages(Places places) {
        List<Division> all = new ArrayList<>();
        for (Division county : places.listChildren("150500")) {
            for (Division street : places.listChildren(county.code())) {
                all.addAll(places.listChildren(street.code()));
            }
        }
        return all;
    }

    /** The next row, cells in the order of {@link #HEADERS}. */
    public List<String> next() {
        serial++;
        Division village = InventedPerson.pick(random, villages);
        InventedPerson person = person(village);
        Instant at = newest.minusMillis((long) (random.nextDouble() * span.toMillis()));
        String level = random.nextInt(10) < 2 ? "高危" : random.nextInt(10) < 4 ? "中危" : "低危";
        boolean high = level.equals("高危");
        return List.of(
                series + String.format("%08d", serial),
                TIME.format(at.atZone(SourceTime.ZONE)),
                person.name(),
                person.nationalId(),
                person.phone(),
                random.nextInt(2) == 0 ? "汉族" : "蒙古族",
                InventedPerson.pick(random, SCAMS),
                level,
                high || random.nextInt(3) == 0 ? amount() : "",
                village.fullName() + (1 + random.nextInt(40)) + "号楼" + (1 + random.nextInt(6)) + "单元"
                        + (101 + random.nextInt(500)),
                InventedPerson.pick(random, SOURCES),
                String.format(InventedPerson.pick(random, CLUES), 1 + random.nextInt(40)),
                high && random.nextInt(4) == 0 ? "是" : "否",
                random.nextInt(6) == 0 ? InventedPerson.pick(random, STATED) : "",
                "1390475" + String.format("%04d", random.nextInt(10_000)),
                "6222" + String.format("%015d", Math.abs(random.nextLong() % 1_000_000_000_000_000L)));
    }

    /** One row in eight is about somebody seen before. */
    private InventedPerson person(Division village) {
        if (!seen.isEmpty() && random.nextInt(8) == 0) {
            return InventedPerson.pick(random, seen);
        }
        InventedPerson person = InventedPerson.of(random, village.code().substring(0, 6));
        if (seen.size() < 50_000) {
            seen.add(person);
        }
        return person;
    }

    private String amount() {
        return Integer.toString((1 + random.nextInt(300)) * (random.nextInt(3) == 0 ? 1_000 : 100));
    }
}
