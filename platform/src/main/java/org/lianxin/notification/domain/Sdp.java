package org.lianxin.notification.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A session description (RFC 8866) as a third party handles it that has no media of its own: it passes on what the two say, under
 * an origin of its own, with as many media as were spoken of before (RFC 3264 §8).
 *
 * @param session lines before the first medium
 * @param media each with its lines, the first being {@code m=}
 */
public record Sdp(List<String> session, List<List<String>> media) {

    public Sdp {
        session = List.copyOf(session);
        media = media.stream().map(List::copyOf).toList();
    }

    public static Sdp parse(String text) {
        List<String> session = new ArrayList<>();
        List<List<String>> media = new ArrayList<>();
        for (String line : text.lines().filter(each -> !each.isBlank()).toList()) {
            if (line.startsWith("m=")) {
                media.add(new ArrayList<>());
            }
            (media.isEmpty() ? session : media.getLast()).add(line);
        }
        return new Sdp(session, media);
    }

    /** An answer to this offer that takes every medium and lets nothing through yet. */
    public Sdp held() {
        List<List<String>> still = media.stream().map(Sdp::still).toList();
        return new Sdp(List.of("v=0", "o=- 0 0 IN IP4 0.0.0.0", "s=-", "c=IN IP4 0.0.0.0", "t=0 0"), still);
    }

    private static List<String> still(List<String> medium) {
        Stream<String> formats = medium.stream()
                .filter(line -> line.startsWith("m=") || line.startsWith("a=rtpmap:") || line.startsWith("a=fmtp:"));
        return Stream.concat(formats, Stream.of("a=inactive")).toList();
    }

    /** The same under our origin. A version is one higher whenever something else is said in one session (RFC 3264 §8). */
    public Sdp from(String host, long id, int version) {
        String origin = "o=lianxin %d %d IN IP4 %s".formatted(id, version, host);
        return new Sdp(
                session.stream()
                        .map(line -> line.startsWith("o=") ? origin : line)
                        .toList(),
                media);
    }

    /** With as many media as {@code other} speaks of: what is missing is refused by port 0, what is too much is left out. */
    public Sdp asManyAs(Sdp other) {
        List<List<String>> fitting = new ArrayList<>(media.subList(0, Math.min(media.size(), other.media.size())));
        for (List<String> each : other.media.subList(fitting.size(), other.media.size())) {
            String[] words = each.getFirst().split(" ", 3);
            fitting.add(List.of(words[0] + " 0 " + words[2]));
        }
        return new Sdp(session, fitting);
    }

    /** As it travels. */
    public String text() {
        Stream<String> lines = Stream.concat(session.stream(), media.stream().flatMap(List::stream));
        return String.join("\r\n", lines.toList()) + "\r\n";
    }
}
