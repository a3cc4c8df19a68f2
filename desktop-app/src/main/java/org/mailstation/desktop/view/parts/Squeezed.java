package org.mailstation.desktop.view.parts;

import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Something below the page, as high as it wants to be, but never more than a part of the window:
 * what is more is scrolled, so that a small screen still has a page.
 */
public final class Squeezed extends ScrollPane {

    /**
     * @param content is there while it is visible
     * @param share of the window's height that it may take, from 0 to 1
     */
    public Squeezed(Region content, double share) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        visibleProperty().bind(content.visibleProperty());
        managedProperty().bind(content.visibleProperty());
        maxHeightProperty()
                .bind(
                        sceneProperty()
                                .flatMap(Scene::heightProperty)
                                .map(height -> height.doubleValue() * share)
                                .orElse(Double.MAX_VALUE));
        getStyleClass().addAll("page-scroll", "squeezed");
        InSight.follow(this);
    }

    /** Its text breaks into lines: how high it is depends on how wide it is. */
    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinHeight(double width) {
        return Math.min(prefHeight(width), getMaxHeight());
    }
}
