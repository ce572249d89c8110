package org.lianxin.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PointTest {

    private static final double SMALL = 1e-6;

    @Test
    void convertsAKnownPointInBeijingEachWay() {
        Point satellite = new Point(116.404, 39.915, Datum.WGS_84);
        assertClose(satellite.in(Datum.GCJ_02), 116.41024449916938, 39.91640428150164);
        Point mars = new Point(116.404, 39.915, Datum.GCJ_02);
        assertClose(mars.in(Datum.BD_09), 116.41036949371029, 39.92133699351021);
    }

    @ParameterizedTest
    @EnumSource
    void comesBackWithinAMillionthOfADegreeFromEveryDatum(Datum datum) {
        Random random = new Random(20260101);
        for (int i = 0; i < 5_000; i++) {
            Point point = new Point(74 + random.nextDouble() * 61, 3 + random.nextDouble() * 50, datum);
            for (Datum other : Datum.values()) {
                assertClose(point.in(other).in(datum), point.lon(), point.lat());
            }
        }
    }

    @Test
    void leavesPointsOutsideOfChinaAsTheyAre() {
        Point london = new Point(-0.1276, 51.5072, Datum.WGS_84);
        assertThat(london.in(Datum.BD_09)).isEqualTo(new Point(-0.1276, 51.5072, Datum.BD_09));
    }

    @Test
    void measuresMetresAlsoBetweenDatums() {
        Point here = new Point(119.6436, 45.5319, Datum.WGS_84);
        Point north = new Point(119.6436, 45.5419, Datum.WGS_84);
        assertThat(here.metresTo(north)).isCloseTo(1111.95, within(0.5));
        assertThat(here.metresTo(here.in(Datum.BD_09))).isLessThan(0.2);
        assertThat(here.metresTo(new Point(119.6436, 45.5319, Datum.GCJ_02))).isBetween(300.0, 900.0);
    }

    @Test
    void refusesWhatIsNoPoint() {
        assertThatThrownBy(() -> new Point(39.9, 116.4, Datum.WGS_84))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("exchanged");
        assertThatThrownBy(() -> new Point(Double.NaN, 1, Datum.WGS_84)).isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClose(Point point, double lon, double lat) {
        assertThat(point.lon()).isCloseTo(lon, within(SMALL));
        assertThat(point.lat()).isCloseTo(lat, within(SMALL));
    }
}
