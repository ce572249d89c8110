package org.lianxin.place;

/** The published formulas from WGS-84 to GCJ-02 and on to BD-09; the ways back by iteration. */
final class DatumShift {

    private static final double SEMI_MAJOR_METRES = 6_378_245.0;
    private static final double ECCENTRICITY_SQUARED = 0.006693421622965943;
    private static final double BAIDU_TURN = Math.PI * 3000.0 / 180.0;
    private static final double CLOSE_ENOUGH = 1e-10;
    private static final int MOST_STEPS = 50;

    private DatumShift() {}

    private interface Step {
        double[] apply(double lon, double lat);
    }

    static Point convert(Point point, Datum to) {
        if (point.datum() == to) {
            return point;
        }
        if (isOutsideChina(point.lon(), point.lat())) {
            return new Point(point.lon(), point.lat(), to);
        }
        double[] mars = switch (point.datum()) {
            case WGS_84 -> toMars(point.lon(), point.lat());
            case GCJ_02 -> new double[] {point.lon(), point.lat()};
            case BD_09 -> back(DatumShift::toBaidu, point.lon(), point.lat());
        };
        double[] target = switch (to) {
            case WGS_84 -> back(DatumShift::toMars, mars[0], mars[1]);
            case GCJ_02 -> mars;
            case BD_09 -> toBaidu(mars[0], mars[1]);
        };
        return new Point(target[0], target[1], to);
    }

    private static boolean isOutsideChina(double lon, double lat) {
        return lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271;
    }

    /** Finds what the step turns into this point. */
    private static double[] back(Step step, double lon, double lat) {
        double[] guess = {lon, lat};
        for (int i = 0; i < MOST_STEPS; i++) {
            double[] reached = step.apply(guess[0], guess[1]);
            double offLon = reached[0] - lon;
            double offLat = reached[1] - lat;
            guess[0] -= offLon;
            guess[1] -= offLat;
            if (Math.abs(offLon) < CLOSE_ENOUGH && Math.abs(offLat) < CLOSE_ENOUGH) {
                break;
            }
        }
        return guess;
    }

    private static double[] toMars(double lon, double lat) {
        double x = lon - 105.0;
        double y = lat - 35.0;
        double radLat = Math.toRadians(lat);
        double magic = 1 - ECCENTRICITY_SQUARED * Math.sin(radLat) * Math.sin(radLat);
        double root = Math.sqrt(magic);
        double northMetres = SEMI_MAJOR_METRES * (1 - ECCENTRICITY_SQUARED) / (magic * root);
        double eastMetres = SEMI_MAJOR_METRES / root * Math.cos(radLat);
        return new double[] {
            lon + Math.toDegrees(bendEast(x, y) / eastMetres), lat + Math.toDegrees(bendNorth(x, y) / northMetres)
        };
    }

    private static double bendNorth(double x, double y) {
        double bent = -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
        return bent + ripple(x) + wave(y, 160.0, 320.0, 30.0);
    }

    private static double bendEast(double x, double y) {
        double bent = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
        return bent + ripple(x) + wave(x, 150.0, 300.0, 30.0);
    }

    private static double ripple(double x) {
        return (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
    }

    private static double wave(double at, double slow, double slower, double slowest) {
        double sum = 20.0 * Math.sin(at * Math.PI) + 40.0 * Math.sin(at / 3.0 * Math.PI);
        return (sum + slow * Math.sin(at / 12.0 * Math.PI) + slower * Math.sin(at * Math.PI / slowest)) * 2.0 / 3.0;
    }

    private static double[] toBaidu(double lon, double lat) {
        double radius = Math.hypot(lon, lat) + 0.00002 * Math.sin(lat * BAIDU_TURN);
        double angle = Math.atan2(lat, lon) + 0.000003 * Math.cos(lon * BAIDU_TURN);
        return new double[] {radius * Math.cos(angle) + 0.0065, radius * Math.sin(angle) + 0.006};
    }
}
