package org.lianxin.reliability.driver;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;

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
        response.setStatus(201);
        response.setContentLength(2);
        response.getOutputStream().print("{}");
        response.flushBuffer();
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chain.doFilter(request, response);
    }
}
