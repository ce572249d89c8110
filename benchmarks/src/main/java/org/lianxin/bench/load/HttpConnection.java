package org.lianxin.bench.load;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP/1.1 connection that stays open, used by one thread. Lean on purpose: the generator shares the cores with what
 * it measures.
 */
public final class HttpConnection implements Closeable {

    private static final int TIMEOUT_MILLIS = 30_000;

    private final InetSocketAddress address;
    private @Nullable Socket socket;
    private byte[] buffer = new byte[32 * 1024];
    private int start;
    private int end;

    public HttpConnection(URI target) {
        this.address = new InetSocketAddress(target.getHost(), target.getPort());
    }

    /** Sends a whole request, as made by {@link HttpRequest}, and reads the whole answer. A broken connection is reopened. */
    public HttpAnswer exchange(byte[] request) throws IOException {
        boolean again = socket != null;
        try {
            return exchangeOnce(request);
        } catch (EOFException e) {
            close();
            if (!again) {
                throw e;
            }
            return exchangeOnce(request);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private HttpAnswer exchangeOnce(byte[] request) throws IOException {
        Socket open = open();
        open.getOutputStream().write(request);
        return read(open.getInputStream());
    }

    /** Opens the connection ahead of the first request. */
    void connect() throws IOException {
        open();
    }

    private Socket open() throws IOException {
        Socket open = socket;
        if (open == null) {
            open = new Socket();
            open.setTcpNoDelay(true);
            open.setSoTimeout(TIMEOUT_MILLIS);
            open.connect(address, TIMEOUT_MILLIS);
            socket = open;
            start = 0;
            end = 0;
        }
        return open;
    }

    private HttpAnswer read(InputStream in) throws IOException {
        String first = line(in, true);
        int status = Integer.parseInt(first.substring(9, 12));
        int length = -1;
        boolean chunked = false;
        boolean closes = false;
        StringBuilder cookies = new StringBuilder();
        for (String header = line(in, false); !header.isEmpty(); header = line(in, false)) {
            int colon = header.indexOf(':');
            String value = header.substring(colon + 1).strip();
            switch (header.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = Integer.parseInt(value);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                case "connection" -> closes = value.equalsIgnoreCase("close");
                case "set-cookie" ->
                    cookies.append(cookies.isEmpty() ? "" : "; ").append(value.split(";", 2)[0]);
                default -> {}
            }
        }
        byte[] body = chunked ? chunks(in) : bytes(in, Math.max(0, length));
        if (closes) {
            close();
        }
        return new HttpAnswer(status, body, cookies.toString());
    }

    private byte[] chunks(InputStream in) throws IOException {
        byte[] whole = new byte[0];
        while (true) {
            int size = Integer.parseInt(line(in, false).strip(), 16);
            byte[] part = bytes(in, size);
            line(in, false);
            if (size == 0) {
                return whole;
            }
            int old = whole.length;
            whole = Arrays.copyOf(whole, old + size);
            System.arraycopy(part, 0, whole, old, size);
        }
    }

    private String line(InputStream in, boolean first) throws IOException {
        int from = start;
        while (true) {
            for (int i = from; i + 1 < end; i++) {
                if (buffer[i] == '\r' && buffer[i + 1] == '\n') {
                    String line = new String(buffer, start, i - start, StandardCharsets.ISO_8859_1);
                    start = i + 2;
                    return line;
                }
            }
            from = start + Math.max(0, end - start - 1);
            int seen = from - start;
            fill(in, first && start == end);
            from = start + seen;
        }
    }

    private byte[] bytes(InputStream in, int count) throws IOException {
        byte[] found = new byte[count];
        int have = Math.min(count, end - start);
        System.arraycopy(buffer, start, found, 0, have);
        start += have;
        if (have < count && in.readNBytes(found, have, count - have) < count - have) {
            throw new IOException("the answer ended early");
        }
        return found;
    }

    private void fill(InputStream in, boolean nothingRead) throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int read = in.read(buffer, end, buffer.length - end);
        if (read < 0) {
            if (nothingRead) {
                throw new EOFException("the server closed the connection");
            }
            throw new IOException("the answer ended early");
        }
        end += read;
    }

    @Override
    public void close() throws IOException {
        Socket open = socket;
        socket = null;
        if (open != null) {
            open.close();
        }
    }
}
