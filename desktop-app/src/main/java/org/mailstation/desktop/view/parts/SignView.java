package org.mailstation.desktop.view.parts;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.util.Locale;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.mailstation.desktop.icon.HealthSign;
import org.mailstation.finding.Health;

/** The sign of a health as a node: shape, mark and colour. */
public final class SignView extends StackPane {

    private final double side;

    /**
     * @param side in pixels at 100 %
     * @param words what a screen reader says
     */
    public SignView(double side, Health health, String words) {
        this.side = side;
        setMinSize(side, side);
        setMaxSize(side, side);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        show(health, words);
    }

    /** Shows another health. */
    public void show(Health health, String words) {
        HealthSign sign = HealthSign.of(health);
        SVGPath outline = path(sign.outline(side), "sign-outline");
        SVGPath mark = path(sign.mark(side), "sign-mark");
        mark.setStrokeWidth(side / 7);
        getChildren().setAll(new Group(outline, mark));
        getStyleClass().setAll("health-sign", health.name().toLowerCase(Locale.ROOT));
        setAccessibleText(words);
    }

    private static SVGPath path(Shape shape, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(svg(shape));
        path.getStyleClass().add(styleClass);
        return path;
    }

    private static String svg(Shape shape) {
        StringBuilder out = new StringBuilder();
        double[] p = new double[6];
        for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
            switch (i.currentSegment(p)) {
                case PathIterator.SEG_MOVETO -> append(out, 'M', p, 2);
                case PathIterator.SEG_LINETO -> append(out, 'L', p, 2);
                case PathIterator.SEG_QUADTO -> append(out, 'Q', p, 4);
                case PathIterator.SEG_CUBICTO -> append(out, 'C', p, 6);
                case PathIterator.SEG_CLOSE -> out.append('Z');
                default -> throw new IllegalStateException("unknown segment");
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, char command, double[] p, int count) {
        out.append(command);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.3f", p[i]));
        }
    }
}
