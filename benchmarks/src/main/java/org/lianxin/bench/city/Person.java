package org.lianxin.bench.city;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** An invented person. Persons with different serials of one seed differ in national id and in phone number. */
public record Person(String name, String nationalId, String phone, String address) {

    private static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙马胡朱郭何罗高林包白佟韩齐鲍席戴敖金";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅国庆建文斌雪松海鹏琳佳宁浩然欣怡子涵";
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int DAYS = 20_000;
    private static final int SEQUENCES = 999;
    private static final long IDS = 8L * DAYS * SEQUENCES;
    private static final String[] PREFIXES = {"135", "136", "137", "138", "139", "150", "151", "152", "158", "159"};
    private static final long PER_PREFIX = 100_000_000L;
    private static final long PHONES = PREFIXES.length * PER_PREFIX;
    private static final long STRIDE = 48_271;
    private static final String[] COUNTIES = {
        "150502", "150521", "150522", "150523", "150524", "150525", "150526", "150581"
    };
    private static final LocalDate OLDEST = LocalDate.of(1945, 1, 1);

    /** The person with this serial number; serials up to 100 million give different people. */
    public static Person of(long seed, long serial) {
        SplittableRandom random = new SplittableRandom(seed * 31 + serial);
        Place place = place(random);
        long shift = Math.floorMod(seed * 7_919, IDS);
        return new Person(
                name(random),
                nationalId(Math.floorMod(serial * STRIDE + shift, IDS)),
                phone(Math.floorMod(serial * STRIDE + shift, PHONES)),
                place.address(1 + random.nextInt(300)));
    }

    /** Where the person with this serial number lives. */
    public static Place placeOf(long seed, long serial) {
        return place(new SplittableRandom(seed * 31 + serial));
    }

    private static Place place(SplittableRandom random) {
        return Place.all().get(random.nextInt(Place.all().size()));
    }

    public boolean isMale() {
        return (nationalId.charAt(16) - '0') % 2 == 1;
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder().append(SURNAMES.charAt(random.nextInt(SURNAMES.length())));
        for (int i = random.nextInt(5) == 0 ? 1 : 2; i > 0; i--) {
            name.append(GIVEN.charAt(random.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    /** A correct number of GB 11643, one for each index. */
    static String nationalId(long index) {
        String county = COUNTIES[(int) (index % COUNTIES.length)];
        long rest = index / COUNTIES.length;
        LocalDate born = OLDEST.plusDays(rest % DAYS);
        long sequence = 1 + rest / DAYS;
        String digits = "%s%04d%02d%02d%03d"
                .formatted(county, born.getYear(), born.getMonthValue(), born.getDayOfMonth(), sequence);
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return digits + "10X98765432".charAt(sum % 11);
    }

    /** A mobile number, one for each index below a thousand million. */
    static String phone(long index) {
        return PREFIXES[(int) (index / PER_PREFIX)] + "%08d".formatted(index % PER_PREFIX);
    }

    @Override
    public String toString() {
        return "Person";
    }
}
