package org.lianxin.analytics.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class TextsTest {
    @Test
    void whatIsPlainIsTheSameEightBytesAtATimeAsByteByByte() {
        var random = new Random(3);
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            byte[] text = new byte[random.nextInt(24)];
            for (int at = 0; at < text.length; at++) {
                // all that borders on what is not plain, and now and then anything
                text[at] = (byte)
                        (random.nextInt(30) == 0
                                ? random.nextInt(256)
                                : "!#$&(<>0Az~\u007F".charAt(random.nextInt(12)));
            }
            assertThat(Texts.isPlain(text, 0, text.length)).isEqualTo(isPlainByteByByte(text));
            plain += isPlainByteByByte(text) ? 1 : 0;
        }
        assertThat(plain).isBetween(50_000, 195_000);
    }

    private static boolean isPlainByteByByte(byte[] text) {
        for (byte letter : text) {
            if (letter <= ' ' || letter == '"' || letter == '\'' || letter == '=') {
                return false;
            }
        }
        return true;
    }
}
