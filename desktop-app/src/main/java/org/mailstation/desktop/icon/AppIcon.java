package org.mailstation.desktop.icon;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;
import org.mailstation.finding.Health;

/**
 * A letter before the front of a Disk Station. All coordinates are on a square of 64 × 64 units.
 */
public final class AppIcon {

    private static final double GRID = 64;
    private static final Color CASE_TOP = new Color(0x2f6fde);
    private static final Color CASE_BOTTOM = new Color(0x1b4a9e);
    private static final Color PAPER = new Color(0xfdfdfb);
    private static final Color FOLD = new Color(0x1b4a9e);

    private AppIcon() {}

    /**
     * Draws the picture.
     *
     * @param pixels side of the square image, 16 or more
     */
    public static BufferedImage draw(int pixels) {
        return draw(pixels, null);
    }

    /**
     * Draws the picture with the sign of a health in its lower right corner.
     *
     * @param pixels side of the square image, 16 or more
     * @param health what the sign says, or {@code null} for none
     */
    public static BufferedImage draw(int pixels, @Nullable Health health) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            g.scale(pixels / GRID, pixels / GRID);
            drawCase(g);
            drawLetter(g);
            if (health != null) {
                drawSign(g, health);
            }
        } finally {
            g.dispose();
        }
        return image;
    }

    private static void drawCase(Graphics2D g) {
        g.setPaint(new GradientPaint(0, 2, CASE_TOP, 0, 62, CASE_BOTTOM));
        g.fill(new RoundRectangle2D.Double(4, 3, 56, 58, 14, 14));
        g.setPaint(new Color(255, 255, 255, 60));
        g.fill(new RoundRectangle2D.Double(11, 50, 26, 4, 4, 4));
        g.setPaint(new Color(0x7ee2a8));
        g.fill(new Ellipse2D.Double(47, 49, 6, 6));
    }

    private static void drawLetter(Graphics2D g) {
        g.setPaint(PAPER);
        g.fill(new RoundRectangle2D.Double(11, 13, 42, 29, 6, 6));
        Path2D flap = new Path2D.Double();
        flap.moveTo(13.5, 16.5);
        flap.lineTo(32, 30);
        flap.lineTo(50.5, 16.5);
        g.setPaint(FOLD);
        g.setStroke(new BasicStroke(4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(flap);
    }

    private static void drawSign(Graphics2D g, Health health) {
        HealthSign sign = HealthSign.of(health);
        g.translate(32, 32);
        g.setPaint(Color.WHITE);
        g.fill(new Ellipse2D.Double(-2, -2, 36, 36));
        g.setPaint(new Color(sign.rgb()));
        g.fill(sign.outline(32));
        g.setPaint(Color.WHITE);
        g.setStroke(new BasicStroke(4.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(sign.mark(32));
        g.translate(-32, -32);
    }
}
