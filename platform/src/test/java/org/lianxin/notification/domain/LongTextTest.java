package org.lianxin.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class LongTextTest {

    @Test
    void seventyCharactersAreOneMessageAndOneMoreIsNot() {
        assertThat(LongText.isSingle("诈".repeat(70))).isTrue();
        assertThat(LongText.isSingle("诈".repeat(71))).isFalse();
    }

    @Test
    void partsFitAndCarryTheirHeader() {
        List<byte[]> parts = LongText.parts("诈".repeat(150), 7);
        assertThat(parts).hasSize(3).allSatisfy(part -> assertThat(part.length).isLessThanOrEqualTo(140));
        assertThat(Arrays.copyOf(parts.get(1), 6)).containsExactly(5, 0, 3, 7, 3, 2);
    }

    @Test
    void aCharacterOutsideTheBasicPlaneIsNeverTornApart() {
        String text = "诈".repeat(66) + "𠮷".repeat(40);
        StringBuilder joined = new StringBuilder();
        for (byte[] part : LongText.parts(text, 1)) {
            String piece = new String(part, 6, part.length - 6, StandardCharsets.UTF_16BE);
            assertThat(piece).doesNotContain("\ufffd");
            joined.append(piece);
        }
        assertThat(joined.toString()).isEqualTo(text);
    }
}
