package org.lianxin.notification;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.Telephone.Ending;
import org.lianxin.notification.Telephone.Stage;

/**
 * A call from the desk came into another stage. Published outside of any transaction, in order for each call.
 *
 * @param ending only when it ended
 */
public record CallMoved(UUID call, Stage stage, @Nullable Ending ending) {}
