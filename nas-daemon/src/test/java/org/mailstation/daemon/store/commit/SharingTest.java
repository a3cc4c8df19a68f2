package org.mailstation.daemon.store.commit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mailstation.daemon.store.record.Entry;
import org.mailstation.daemon.store.record.Frame;

class SharingTest {
    private static final Entry.Body FIRST = new Entry.Body(1, 7, new byte[] {42});

    private final Sharing sharing = new Sharing();

    private void copy(long box, long uid, long fromBox, long fromUid) {
        sharing.take(
                new Entry(
                        new Frame(1, List.of()),
                        List.of(),
                        List.of(new Entry.Share(box, uid, fromBox, fromUid))));
    }

    @Test
    void a_letter_without_copies_is_at_its_own_place_only() {
        copy(2, 1, 1, 8);

        assertThat(sharing.everywhere(FIRST)).containsExactly(FIRST);
    }

    @Test
    void copies_of_copies_have_the_octets_of_the_first() {
        copy(2, 1, 1, 7);
        copy(3, 5, 2, 1);

        assertThat(sharing.everywhere(FIRST))
                .extracting(body -> body.box() + ":" + body.uid() + ":" + body.content()[0])
                .containsExactly("1:7:42", "2:1:42", "3:5:42");
    }
}
