package org.lianxin.analytics.local.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** The picture in pixels, twice as fine as the page, for those who cannot hang an SVG on the wall. */
public final class Png {
    private static final int FINER = 2;
    private static final Color INK = new Color(0x1A211E);
    private static final Color BAND = new Color(0x62, 0x6C, 0x66, 90);
    private static final Color CASH = new Color(0xC4, 0x22, 0x1B, 110);
    private static final Color BOX = new Color(0x0A6A5C);

    private Png() {}

    /** Writes the file. */
    public static void write(Flows flows, Words words, Path file) throws IOException {
        System.setProperty("java.awt.headless", "true");
        var picture = new Picture(flows);
        var image = new BufferedImage(picture.width() * FINER, picture.height() * FINER, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setColor(Color.WHITE);
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(FINER, FINER);
            draw(picture, words, pen);
        } finally {
            pen.dispose();
        }
        try (var out = Files.newOutputStream(file)) {
            ImageIO.write(image, "png", out);
        }
    }

    private static void draw(Picture picture, Words words, Graphics2D pen) {
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
        for (var curve : picture.curves()) {
            double middle = (curve.fromX() + curve.toX()) / 2;
            pen.setColor(curve.band().to().equals(Flows.CASH) ? CASH : BAND);
            pen.setStroke(new BasicStroke((float) curve.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
            pen.draw(new CubicCurve2D.Double(
                    curve.fromX(),
                    curve.fromY(),
                    middle,
                    curve.fromY(),
                    middle,
                    curve.toY(),
                    curve.toX(),
                    curve.toY()));
        }
        for (var place : picture.places()) {
            pen.setColor(BOX);
            pen.fill(new Rectangle2D.Double(place.x(), place.y(), Picture.BOX, place.height()));
            pen.setColor(INK);
            var box = place.box();
            String label = box.accounts() > 1 ? words.say("chart.others", box.accounts()) : words.box(box.key());
            pen.drawString(label + " " + Words.yuan(box.cents()), (float) place.x() + Picture.BOX + 4, (float)
                    (place.y() + Math.min(place.height(), 12) / 2 + 4));
        }
    }
}
