package org.lianxin.bench.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.lianxin.bench.city.Person;
import org.lianxin.bench.city.Signal;

/**
 * A workbook of warnings as a county keeps it: one row in ten about somebody it has seen before, some rows without an
 * address, some with a short one, a few with a telephone number that is none, a column that must not be stored.
 *
 * @param serial the first person's number; workbooks with numbers that do not overlap are about different people
 * @param newest how long ago the last row happened
 * @param span over which the rows are spread
 */
record HalfYear(long seed, int serial, int rows, Duration newest, Duration span) {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(CHINA);
    private static final Map<String, String> LEVELS = Map.of("high", "高", "medium", "中", "low", "低");
    private static final List<String> HEADERS =
            List.of("预警编号", "预警时间", "姓名", "证件号码", "手机号码", "诈骗类型", "风险等级", "涉案金额", "居住地", "数据来源", "预警描述", "民族", "派出所备注");
    private static final int REPEAT_EVERY = 10;
    private static final int FLUSH_EVERY = 1_000;
    private static final int PER_MILLE = 1_000;
    private static final int WITHOUT_ADDRESS = 5;
    private static final int SHORT_ADDRESS = 60;
    private static final int BAD_PHONE = 63;

    byte[] workbook(Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("预警明细");
            for (int column = 0; column < HEADERS.size(); column++) {
                sheet.value(0, column, HEADERS.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                String[] cells = cells(row, now);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
                if (row % FLUSH_EVERY == 0) {
                    sheet.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private String[] cells(int row, Instant now) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + serial + row);
        boolean repeat = row % REPEAT_EVERY == 0;
        Person person = Person.of(seed, serial + (repeat ? row / 2 + 1 : row));
        Signal signal = Signal.of(seed, serial + row, "HY", now);
        Instant at = now.minus(newest).minusMillis(random.nextLong(span.toMillis()));
        int kind = random.nextInt(PER_MILLE);
        String address = kind < WITHOUT_ADDRESS
                ? ""
                : kind < SHORT_ADDRESS ? person.address().replaceFirst("^内蒙古自治区通辽市", "") : person.address();
        return new String[] {
            signal.sourceId(),
            TIME.format(at),
            person.name(),
            person.nationalId(),
            kind >= SHORT_ADDRESS && kind < BAD_PHONE ? "12345" : person.phone(),
            signal.scamType(),
            LEVELS.getOrDefault(signal.level(), "中"),
            Long.toString(signal.amountCents() / 100),
            address,
            "省厅平台",
            "疑似被引导转账,已推送",
            "汉族",
            "第" + row + "条"
        };
    }
}
