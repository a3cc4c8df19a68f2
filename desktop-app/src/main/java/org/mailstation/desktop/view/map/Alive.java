package org.mailstation.desktop.view.map;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.Animation;
import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.TranslateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.util.Duration;

/** Moves while somebody looks: the signs breathe, and a letter goes along the way. */
final class Alive {

    private static final Duration BREATH = Duration.millis(700);
    private static final Duration JOURNEY = Duration.seconds(3.5);
    private static final double FAINT = 0.35;

    private final List<Animation> breathing = new ArrayList<>();
    private final List<Node> signs;
    private final TranslateTransition journey;
    private final Node letter;
    private boolean running;

    Alive(List<Node> signs, Node letter) {
        this.signs = signs;
        this.letter = letter;
        for (int i = 0; i < signs.size(); i++) {
            FadeTransition fade = new FadeTransition(BREATH, signs.get(i));
            fade.setFromValue(1);
            fade.setToValue(FAINT);
            fade.setAutoReverse(true);
            fade.setCycleCount(Animation.INDEFINITE);
            fade.setDelay(BREATH.multiply(i / 6.0));
            breathing.add(fade);
        }
        journey = new TranslateTransition(JOURNEY, letter);
        journey.setCycleCount(Animation.INDEFINITE);
        journey.setInterpolator(Interpolator.EASE_BOTH);
        letter.setVisible(false);
    }

    /**
     * Begins or ends.
     *
     * @param length of the letter's way
     */
    void run(boolean wanted, double length) {
        if (wanted == running) {
            return;
        }
        running = wanted;
        letter.setVisible(wanted);
        if (!wanted) {
            breathing.forEach(Animation::stop);
            journey.stop();
            signs.forEach(sign -> sign.setOpacity(1));
            return;
        }
        if (Platform.getPreferences().isReducedMotion()) {
            // the bar below says the same at rest
            letter.setVisible(false);
            signs.forEach(sign -> sign.setOpacity(FAINT));
            return;
        }
        journey.setFromX(0);
        journey.setToX(length);
        journey.play();
        breathing.forEach(Animation::play);
    }
}
