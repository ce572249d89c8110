package org.lianxin.warning.intake;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lianxin.warning.domain.Signal;

/** The personal content of a signal as it is sealed: everything its source said. */
public record Content(
        String name,
        @Nullable String nationalId,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String description,
        @Nullable String scamText,
        String source,
        List<String> vulnerability,
        Map<String, String> fields) {

    /** Where it is sealed for. */
    public static final String CONTEXT = "warning.signal_content.sealed";

    static Content of(Signal signal) {
        return new Content(
                signal.name(),
                signal.nationalId() == null ? null : signal.nationalId().value(),
                signal.phone() == null ? null : signal.phone().e164(),
                signal.address(),
                signal.description(),
                signal.scamText(),
                signal.source(),
                signal.vulnerability(),
                signal.fields());
    }

    @Override
    public String toString() {
        return "Content[" + fields.size() + " more fields]";
    }
}
