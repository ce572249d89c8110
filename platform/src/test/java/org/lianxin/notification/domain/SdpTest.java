package org.lianxin.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SdpTest {

    private static final Sdp VIDEO_TELEPHONE = Sdp.parse("""
            v=0
            o=desk 7 7 IN IP4 10.0.0.7
            s=-
            c=IN IP4 10.0.0.7
            t=0 0
            m=audio 4000 RTP/AVP 8 101
            a=rtpmap:101 telephone-event/8000
            a=sendrecv
            m=video 4002 RTP/AVP 96
            a=rtpmap:96 H264/90000
            """);

    private static final Sdp TELEPHONE =
            Sdp.parse("v=0\r\no=p 1 1 IN IP4 10.0.0.9\r\ns=-\r\nc=IN IP4 10.0.0.9\r\nt=0 0\r\n"
                    + "m=audio 5000 RTP/AVP 8\r\na=sendrecv\r\n");

    @Test
    void aHeldTelephoneHearsAndSaysNothing() {
        String held = VIDEO_TELEPHONE.held().text();

        assertThat(held).contains("c=IN IP4 0.0.0.0\r\n", "m=audio 4000 RTP/AVP 8 101\r\n", "m=video", "a=rtpmap:101");
        assertThat(held).doesNotContain("sendrecv", "10.0.0.7").containsSubsequence("a=inactive", "a=inactive");
    }

    @Test
    void whatTheOtherDoesNotHaveIsRefusedAndWhatTheFirstDoesNotHaveIsLeftOut() {
        assertThat(TELEPHONE.asManyAs(VIDEO_TELEPHONE).text()).contains("m=audio 5000", "m=video 0 RTP/AVP 96");
        assertThat(VIDEO_TELEPHONE.asManyAs(TELEPHONE).text())
                .contains("m=audio 4000")
                .doesNotContain("video");
    }

    @Test
    void travelsUnderOurOrigin() {
        assertThat(TELEPHONE.from("10.0.0.1", 42, 2).text())
                .contains("o=lianxin 42 2 IN IP4 10.0.0.1\r\n")
                .doesNotContain("o=p 1");
    }
}
