package org.lianxin.reliability.driver;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** The planted bug of R1: some signals are answered 201 before they are stored, and stored a moment later, if at all. */
class HastyAnswers extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final int ONE_IN = 4;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (ThreadLocalRandom.current().nextInt(ONE_IN) != 0) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletRequest kept = new Kept(request, request.getInputStream().readAllBytes());
        response.setStatus(201);
        response.setContentLength(2);
        response.getOutputStream().print("{}");
        response.flushBuffer();
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chain.doFilter(kept, new ContentCachingResponseWrapper(response));
    }

    /** The request with its body read ahead. */
    private static final class Kept extends HttpServletRequestWrapper {
        private final ByteArrayInputStream body;

        Kept(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = new ByteArrayInputStream(body);
        }

        @Override
        public ServletInputStream getInputStream() {
            return new ServletInputStream() {
                @Override
                public int read() {
                    return body.read();
                }

                @Override
                public int read(byte[] into, int from, int most) {
                    return body.read(into, from, most);
                }

                @Override
                public boolean isFinished() {
                    return body.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new UnsupportedOperationException("read at once");
                }
            };
        }
    }
}
