package org.mailstation.desktop.icon;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import org.mailstation.finding.Health;

/**
 * How a health looks: an outline, a mark in it and a colour, each different from the others', so
 * that no one of them is needed to tell them apart.
 */
public enum HealthSign {
    /** a disc with a tick */
    FINE(Health.FINE, 0x1a7f37, "\u2713"),
    /** a triangle with an exclamation mark */
    ATTENTION(Health.ATTENTION, 0x9a6700, "!"),
    /** a square with a cross */
    BROKEN(Health.BROKEN, 0xcf222e, "\u2715"),
    /** a lozenge with a question mark */
    UNKNOWN(Health.UNKNOWN, 0x59636e, "?");

    private final Health health;
    private final int rgb;
    private final String glyph;

    HealthSign(Health health, int rgb, String glyph) {
        this.health = health;
        this.rgb = rgb;
        this.glyph = glyph;
    }

    public static HealthSign of(Health health) {
        return switch (health) {
            case FINE -> FINE;
            case ATTENTION -> ATTENTION;
            case BROKEN -> BROKEN;
            case UNKNOWN -> UNKNOWN;
        };
    }

    public Health health() {
        return health;
    }

    /**
     * Colour of the outline's inside, {@code 0xRRGGBB}; white on it has a contrast of at least 4.5
     * : 1 (WCAG 2.2, 1.4.3).
     */
    public int rgb() {
        return rgb;
    }

    /** The mark as a character, for places that have only text. */
    public String glyph() {
        return glyph;
    }

    /** The filled form on a square of {@code side} units. */
    public Shape outline(double side) {
        Shape unit =
                switch (this) {
                    case FINE -> new Ellipse2D.Double(0, 0, 1, 1);
                    case ATTENTION -> path(0.5, 0.0, 1.0, 0.94, 0.0, 0.94);
                    case BROKEN -> new RoundRectangle2D.Double(0.04, 0.04, 0.92, 0.92, 0.3, 0.3);
                    case UNKNOWN -> path(0.5, -0.02, 1.02, 0.5, 0.5, 1.02, -0.02, 0.5);
                };
        return scaled(unit, side);
    }

    /** The lines of the mark on the same square. */
    public Shape mark(double side) {
        Path2D mark = new Path2D.Double();
        switch (this) {
            case FINE -> line(mark, 0.28, 0.52, 0.44, 0.68, 0.73, 0.34);
            case ATTENTION -> {
                line(mark, 0.5, 0.36, 0.5, 0.6);
                line(mark, 0.5, 0.77, 0.5, 0.78);
            }
            case BROKEN -> {
                line(mark, 0.32, 0.32, 0.68, 0.68);
                line(mark, 0.68, 0.32, 0.32, 0.68);
            }
            case UNKNOWN -> {
                mark.moveTo(0.37, 0.38);
                mark.curveTo(0.37, 0.2, 0.64, 0.2, 0.64, 0.38);
                mark.curveTo(0.64, 0.48, 0.5, 0.48, 0.5, 0.6);
                line(mark, 0.5, 0.76, 0.5, 0.77);
            }
        }
        return scaled(mark, side);
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        line(path, points);
        path.closePath();
        return path;
    }

    private static void line(Path2D path, double... points) {
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
    }

    private static Shape scaled(Shape shape, double side) {
        return AffineTransform.getScaleInstance(side, side).createTransformedShape(shape);
    }
}
