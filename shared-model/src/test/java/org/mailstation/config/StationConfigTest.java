package org.mailstation.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StationConfigTest {
    static Stream<Method> copies() {
        return Arrays.stream(StationConfig.class.getMethods())
                .filter(method -> method.getName().startsWith("with"));
    }

    private static String part(Method copy) {
        String name = copy.getName().substring("with".length());
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    /** For enough of them to differ in every part. */
    @ParameterizedTest
    @MethodSource("copies")
    void a_copy_with_another_part_loses_nothing_else(Method copy) throws Exception {
        for (int seed : IntStream.range(0, 30).toArray()) {
            StationConfig before = Configs.random(seed);
            Object other = Configs.get(Configs.random(seed + 1), part(copy));

            StationConfig after = (StationConfig) copy.invoke(before, other);

            for (RecordComponent one : StationConfig.class.getRecordComponents()) {
                Object expected =
                        one.getName().equals(part(copy))
                                ? other
                                : Configs.get(before, one.getName());
                assertThat(Configs.get(after, one.getName())).as(one.getName()).isEqualTo(expected);
            }
        }
    }
}
