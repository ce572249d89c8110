package org.lianxin.analytics.local.chart;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The picture as SVG, for the page (bands lead to their rows) and for the wall (colours inside, nothing to click). */
public final class Svg {
    private static final double EASY = 10;

    private final Picture picture;
    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private Svg(Flows flows, Words words) {
        picture = new Picture(flows);
        this.words = words;
    }

    /** A file that stands alone. */
    public static String forTheWall(Flows flows, Words words) {
        return new Svg(flows, words).draw(true, "");
    }

    /** @param state what the links keep of the page's question, begins with {@code &} or is empty */
    static String forThePage(Flows flows, Words words, String state) {
        return new Svg(flows, words).draw(false, state);
    }

    private String draw(boolean alone, String state) {
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" role=\"%s\" aria-label=\"%s\">",
                picture.width(),
                picture.height(),
                picture.width(),
                picture.height(),
                // an image has no links inside
                alone ? "img" : "group",
                Html.escape(words.say("chart.label"))));
        if (alone) {
            out.append("""
                <style>text{font:12px "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;fill:#1a211e}
                .band{fill:none;stroke:#626c66;stroke-opacity:.35}.cash{stroke:#c4221b}.box{fill:#0a6a5c}.rest{fill:#626c66}
                .head{fill:#626c66}</style><rect width="100%" height="100%" fill="#fff"/>
                """);
        }
        for (int column = 0; column < picture.columns(); column++) {
            out.append(String.format(
                    Locale.ROOT,
                    "<text class=\"head\" x=\"%d\" y=\"28\">%s</text>",
                    Picture.LEFT + column * Picture.COLUMN,
                    Html.escape(heading(column))));
        }
        picture.curves().forEach(curve -> band(curve, alone, state));
        picture.places().forEach(place -> box(place, alone, state));
        return out.append("</svg>\n").toString();
    }

    private String heading(int column) {
        if (column == picture.cashColumn()) {
            return words.say("chart.cash");
        }
        return column == 0 ? words.say("chart.victims") : words.say("chart.layer", column);
    }

    private void band(Picture.Curve curve, boolean alone, String state) {
        String title = "%s → %s: %s (%s)"
                .formatted(
                        words.box(curve.band().from()),
                        words.box(curve.band().to()),
                        Words.yuan(curve.band().cents()),
                        words.say("chart.transfers", curve.band().transfers()));
        double middle = (curve.fromX() + curve.toX()) / 2;
        String line = String.format(
                Locale.ROOT,
                "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
                curve.fromX(),
                curve.fromY(),
                middle,
                curve.fromY(),
                middle,
                curve.toY(),
                curve.toX(),
                curve.toY());
        String path = String.format(
                Locale.ROOT,
                "<path class=\"band%s\" stroke-width=\"%.2f\" d=\"%s\"><title>%s</title></path>",
                curve.band().to().equals(Flows.CASH) ? " cash" : "",
                curve.width(),
                line,
                Html.escape(title));
        if (alone) {
            out.append(path).append('\n');
            return;
        }
        // a thin band is as easy to hit as a broad one
        String reach = curve.width() < EASY ? "<path class=\"reach\" d=\"" + line + "\"/>" : "";
        String target = "/rows?from=" + encode(curve.band().from()) + "&to="
                + encode(curve.band().to()) + state;
        out.append("<a href=\"%s\" aria-label=\"%s\">%s</a>\n"
                .formatted(Html.escape(target), Html.escape(title), path + reach));
    }

    private void box(Picture.Place place, boolean alone, String state) {
        var box = place.box();
        String label = box.accounts() > 1 ? words.say("chart.others", box.accounts()) : words.box(box.key());
        String shape = String.format(
                Locale.ROOT,
                "<rect class=\"box%s\" x=\"%.1f\" y=\"%.1f\" width=\"%d\" height=\"%.1f\"/><text x=\"%.1f\" y=\"%.1f\">%s %s</text>",
                box.key().startsWith("@") ? " rest" : "",
                place.x(),
                place.y(),
                Picture.BOX,
                place.height(),
                place.x() + Picture.BOX + 4,
                place.y() + Math.min(place.height(), 12) / 2 + 4,
                Html.escape(label),
                Words.yuan(box.cents()));
        boolean cash = box.key().equals(Flows.CASH);
        String target = box.key().startsWith("@")
                ? "/accounts?layer=" + box.layer() + state
                : "/account?id=" + encode(box.key()) + state;
        out.append(alone || cash ? shape : "<a href=\"%s\">%s</a>".formatted(Html.escape(target), shape))
                .append('\n');
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
