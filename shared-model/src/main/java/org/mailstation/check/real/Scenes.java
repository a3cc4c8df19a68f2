package org.mailstation.check.real;

import org.mailstation.check.Identity;
import org.mailstation.check.Landmarks;
import org.mailstation.check.Scene;
import org.mailstation.config.StationConfig;

/** Makes a scene for each run. */
@FunctionalInterface
public interface Scenes {
    Scene of(StationConfig config, Identity identity, Landmarks landmarks);
}
