package org.lianxin.bench.load;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes HTTP/1.1 requests to one server; the headers common to all are written once. */
public final class HttpRequest {

    private final String common;

    /** @param headers further header lines, such as {@code Authorization: Bearer …} */
    public HttpRequest(URI target, List<String> headers) {
        StringBuilder text = new StringBuilder("Host: ")
                .append(target.getHost())
                .append(':')
                .append(target.getPort())
                .append("\r\nAccept: application/json\r\n");
        headers.forEach(each -> text.append(each).append("\r\n"));
        this.common = text.toString();
    }

    public byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\n" + common + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    public byte[] post(String path, String json) {
        return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] post(String path, String contentType, byte[] body, String... headers) {
        StringBuilder head =
                new StringBuilder("POST ").append(path).append(" HTTP/1.1\r\n").append(common);
        for (String each : headers) {
            head.append(each).append("\r\n");
        }
        head.append("Content-Type: ")
                .append(contentType)
                .append("\r\nContent-Length: ")
                .append(body.length);
        byte[] start = head.append("\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(start.length + body.length);
        whole.writeBytes(start);
        whole.writeBytes(body);
        return whole.toByteArray();
    }
}
