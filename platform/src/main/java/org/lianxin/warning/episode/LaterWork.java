package org.lianxin.warning.episode;

import java.util.List;
import java.util.UUID;

/** Something that becomes due on an episode without anybody doing anything. Called by the clock of episodes only, in a job's transaction. */
interface LaterWork {

    /** Episodes on which something is due by the database clock, the longest overdue first. */
    List<UUID> due(int most);

    /** Does what is due; another node may have done it already. Returns whether anything changed. The episode is locked. */
    boolean act(EpisodeRow episode);
}
