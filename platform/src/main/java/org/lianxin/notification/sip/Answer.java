package org.lianxin.notification.sip;

import java.nio.charset.StandardCharsets;
import java.util.ListIterator;
import java.util.OptionalInt;
import javax.sip.Dialog;
import javax.sip.DialogState;
import javax.sip.header.CSeqHeader;
import javax.sip.header.ReasonHeader;
import javax.sip.message.Response;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.domain.Sdp;

/**
 * What came back on a request.
 *
 * @param response null when nothing came in the stack's patience
 */
record Answer(@Nullable Response response, @Nullable Dialog dialog) {

    private static final int TIMEOUT = 408;

    int status() {
        return response == null ? TIMEOUT : response.getStatusCode();
    }

    boolean isProvisional() {
        return status() < 200;
    }

    boolean isGood() {
        return status() / 100 == 2;
    }

    /** The call that it belongs to, once that stands. */
    @Nullable
    Dialog standing() {
        return dialog != null && DialogState.CONFIRMED.equals(dialog.getState()) ? dialog : null;
    }

    long sequence() {
        return response == null ? 0 : ((CSeqHeader) response.getHeader(CSeqHeader.NAME)).getSeqNumber();
    }

    /** The session description; one without media where there is none. */
    Sdp sdp() {
        byte[] body = response == null ? null : response.getRawContent();
        return Sdp.parse(body == null ? "" : new String(body, StandardCharsets.UTF_8));
    }

    /** The Q.850 cause, where a gateway gives one. */
    OptionalInt cause() {
        if (response == null) {
            return OptionalInt.empty();
        }
        ListIterator<?> reasons = response.getHeaders(ReasonHeader.NAME);
        while (reasons.hasNext()) {
            ReasonHeader reason = (ReasonHeader) reasons.next();
            if ("Q.850".equalsIgnoreCase(reason.getProtocol())) {
                return OptionalInt.of(reason.getCause());
            }
        }
        return OptionalInt.empty();
    }
}
