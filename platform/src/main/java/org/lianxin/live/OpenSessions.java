package org.lianxin.live;

import java.util.Set;
import java.util.UUID;

/**
 * What live needs to know of sessions; implemented where sessions are kept. Asked every two seconds with the sessions that
 * have a stream open, so that a stream ends within five seconds after its session. Safe to call from any thread.
 */
public interface OpenSessions {

    /** Those of {@code sessions} that have ended: signed out, revoked, expired, or their staff blocked. */
    Set<UUID> endedAmong(Set<UUID> sessions);
}
