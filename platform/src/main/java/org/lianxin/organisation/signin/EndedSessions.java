package org.lianxin.organisation.signin;

import java.util.Set;
import java.util.UUID;
import org.lianxin.live.OpenSessions;
import org.springframework.stereotype.Component;

/** Tells the live streams whose session is over. */
@Component
class EndedSessions implements OpenSessions {

    private final Sessions sessions;

    EndedSessions(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Set<UUID> endedAmong(Set<UUID> asked) {
        return sessions.endedAmong(asked);
    }
}
