package org.lianxin.place;

/**
 * A point on the ground with its datum.
 *
 * @param lon degrees east, -180 to 180
 * @param lat degrees north, -90 to 90
 */
public record Point(double lon, double lat, Datum datum) {

    private static final double MEAN_RADIUS_METRES = 6_371_008.8;

    public Point {
        if (!(Math.abs(lon) <= 180) || !(Math.abs(lat) <= 90)) {
            throw new IllegalArgumentException(
                    "not a point: lon " + lon + ", lat " + lat + ". Maybe longitude and latitude are exchanged");
        }
    }

    /** The same place against another datum; exact to 1e-6 degrees both ways. Outside of China nothing changes. */
    public Point in(Datum other) {
        return DatumShift.convert(this, other);
    }

    /** The distance along the ground, on a sphere; the points may have different datums. */
    public double metresTo(Point other) {
        Point here = in(Datum.WGS_84);
        Point there = other.in(Datum.WGS_84);
        double lat1 = Math.toRadians(here.lat);
        double lat2 = Math.toRadians(there.lat);
        double sinLat = Math.sin((lat2 - lat1) / 2);
        double sinLon = Math.sin(Math.toRadians(there.lon - here.lon) / 2);
        double chord = sinLat * sinLat + Math.cos(lat1) * Math.cos(lat2) * sinLon * sinLon;
        return 2 * MEAN_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
    }
}
