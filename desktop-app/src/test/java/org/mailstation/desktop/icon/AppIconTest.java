package org.mailstation.desktop.icon;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Area;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mailstation.finding.Health;

class AppIconTest {

    @ParameterizedTest
    @ValueSource(ints = {16, 24, 64, 256})
    void every_size_is_filled_in_the_middle_and_clear_at_the_corners(int pixels) {
        BufferedImage image = AppIcon.draw(pixels);
        assertThat(image.getWidth()).isEqualTo(pixels);
        assertThat(image.getRGB(pixels / 2, pixels / 2) >>> 24).isEqualTo(255);
        assertThat(image.getRGB(0, 0) >>> 24).isZero();
    }

    @Test
    void the_signs_differ_in_shape_and_in_colour() {
        Set<Integer> colours = new HashSet<>();
        for (HealthSign one : HealthSign.values()) {
            assertThat(colours.add(one.rgb())).isTrue();
            for (HealthSign other : HealthSign.values()) {
                boolean same = new Area(one.outline(64)).equals(new Area(other.outline(64)));
                assertThat(same).isEqualTo(one == other);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Health.class)
    void white_is_readable_on_every_sign(Health health) {
        HealthSign sign = HealthSign.of(health);
        assertThat(sign.health()).isEqualTo(health);
        assertThat(1.05 / (luminance(sign.rgb()) + 0.05)).isGreaterThan(4.5);
    }

    /** WCAG 2.2, relative luminance. */
    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 255)
                + 0.7152 * linear(rgb >> 8 & 255)
                + 0.0722 * linear(rgb & 255);
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
