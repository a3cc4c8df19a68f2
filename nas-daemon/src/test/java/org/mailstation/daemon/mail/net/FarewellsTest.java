package org.mailstation.daemon.mail.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FarewellsTest {
    private final Farewells farewells = new Farewells();

    private static byte[] record(int type, int length) {
        byte[] record = new byte[5 + length];
        record[0] = (byte) type;
        record[1] = 3;
        record[2] = 3;
        record[3] = (byte) (length >> 8);
        record[4] = (byte) length;
        return record;
    }

    private static ByteBuf octets(byte[]... records) {
        return Unpooled.wrappedBuffer(records);
    }

    @Test
    void commands_are_none() {
        assertThat(farewells.next(octets(record(22, 200), record(23, 40), record(23, 18))))
                .isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(ints = {19, 35})
    void what_comes_before_it_is_counted(int length) {
        assertThat(farewells.next(octets(record(23, 40), record(23, 300), record(23, length))))
                .isEqualTo(45 + 305);
    }

    @Test
    void an_open_alert_is_one() {
        assertThat(farewells.next(octets(record(21, 26)))).isZero();
    }

    @Test
    void what_is_followed_by_more_is_none() {
        assertThat(farewells.next(octets(record(23, 19), record(23, 40)))).isEqualTo(-1);
    }

    @Test
    void it_goes_by_once_and_the_next_one_is_found() {
        ByteBuf one = octets(record(23, 19));
        assertThat(farewells.next(one)).isZero();
        farewells.pass();

        assertThat(farewells.next(one)).isEqualTo(-1);
        assertThat(farewells.next(octets(record(23, 60), record(23, 19)))).isEqualTo(65);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 44})
    void pieces_of_any_size_are_put_together(int size) {
        ByteBuf all = octets(record(23, 40), record(23, 19));
        int shown = 0;
        int told = 0;
        while (all.isReadable()) {
            ByteBuf piece = all.readSlice(Math.min(size, all.readableBytes()));
            int before = farewells.next(piece);
            if (before >= 0) {
                told++;
                assertThat(shown + before).isBetween(45, 50);
                farewells.pass();
                assertThat(farewells.next(piece.skipBytes(before))).isEqualTo(-1);
                shown -= before;
            }
            shown += piece.writerIndex();
        }
        assertThat(told).isEqualTo(1);
    }
}
