package org.lianxin.bench.load;

import java.nio.charset.StandardCharsets;

/**
 * What a server answered.
 *
 * @param cookies the cookies it set, as a request sends them back; empty when it set none
 */
public record HttpAnswer(int status, byte[] body, String cookies) {

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public boolean isGood() {
        return status >= 200 && status < 300;
    }
}
