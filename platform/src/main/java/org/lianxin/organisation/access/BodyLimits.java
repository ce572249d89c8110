package org.lianxin.organisation.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import org.lianxin.organisation.access.AccessRow.Who;
import org.lianxin.shared.Refused;

/** How much a request may carry: little before anybody is known, a file only where files are taken. */
final class BodyLimits {

    static final long PUBLIC_BYTES = 4 << 10;
    static final long USUAL_BYTES = 1 << 20;

    /** Endpoints that take more, by their pattern. */
    static final Map<String, Long> MORE = Map.of(
            "/api/warning/signals/batch", 20L << 20,
            "/api/warning/imports", 201L << 20,
            "/api/organisation/import", 21L << 20);

    private static final String FORM_WITH_FILES = "multipart/";

    private BodyLimits() {}

    /** The request, unable to yield more than its row allows; a refusal where it says itself that it carries more. */
    static HttpServletRequest bounded(HttpServletRequest request, AccessRow row) {
        long most = mostOf(row);
        String type = request.getContentType();
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith(FORM_WITH_FILES);
        if (isForm && !MORE.containsKey(row.path().getPatternString())) {
            throw Refused.of(415, "shared.unsupported");
        }
        if (request.getContentLengthLong() > most) {
            throw tooLarge();
        }
        return new BoundedRequest(request, most);
    }

    static Refused tooLarge() {
        return Refused.of(413, "shared.too-large");
    }

    private static long mostOf(AccessRow row) {
        boolean isPublic = row.who().contains(new Who.Everybody());
        return MORE.getOrDefault(row.path().getPatternString(), isPublic ? PUBLIC_BYTES : USUAL_BYTES);
    }
}
