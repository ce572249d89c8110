package org.lianxin.organisation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** The two cookies: who is signed in, and that somebody signed in from this browser before. Scripts read neither. */
public final class SessionCookies {

    public static final String SESSION = "lianxin_session";
    public static final String DEVICE = "lianxin_device";

    private static final Duration DEVICE_LIFE = Duration.ofDays(180);
    private static final String DEVICE_PATH = "/api/organisation/sign-in";

    private SessionCookies() {}

    public static void set(HttpServletRequest request, HttpServletResponse response, String session, String device) {
        add(response, cookie(request, SESSION, session, "/").build());
        add(
                response,
                cookie(request, DEVICE, device, DEVICE_PATH).maxAge(DEVICE_LIFE).build());
    }

    public static void clear(HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(request, SESSION, "", "/").maxAge(0).build());
    }

    public static @Nullable String device(HttpServletRequest request) {
        return AccessFilter.cookie(request, DEVICE);
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(
            HttpServletRequest request, String name, String value, String path) {
        return ResponseCookie.from(name, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Strict")
                .path(path);
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
