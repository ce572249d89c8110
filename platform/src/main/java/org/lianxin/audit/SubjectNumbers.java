package org.lianxin.audit;

import java.util.Optional;
import org.lianxin.shared.SubjectRef;

/** Finds a case by the number people know it by, for readers of the log; implemented by each module that gives numbers. */
@FunctionalInterface
public interface SubjectNumbers {

    /** Empty for a number that is not this module's; looks in a transaction of its own. */
    Optional<SubjectRef> find(String number);
}
