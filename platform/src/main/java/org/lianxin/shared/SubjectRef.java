package org.lianxin.shared;

import java.util.UUID;

/** An opaque reference from one module to a case of another: {@code warning/0198…}. Carries no personal data. */
public record SubjectRef(String module, UUID id) {

    @Override
    public String toString() {
        return module + "/" + id;
    }
}
