package org.lianxin.warning.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.lianxin.shared.Uuid7;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.History;
import org.lianxin.warning.domain.Joining;
import org.lianxin.warning.domain.Joining.Person;
import org.lianxin.warning.intake.Prepared.SourceKey;

/** Says what would become of the rows of one file, from its beginning, without writing anything. Used by one thread. */
public final class Preview {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final EpisodeWork.Where NOWHERE = new EpisodeWork.Where(NOBODY, "", null, NOBODY, null);

    private final Preparation preparation;
    private final IntakeReads reads;
    private final Instant now;
    private final Joining<EpisodeWork> joining = new Joining<>();
    private final Map<UUID, EpisodeWork> known = new HashMap<>();
    private final Map<SourceKey, Bytes> seen = new HashMap<>();

    Preview(Preparation preparation, IntakeReads reads, Instant now) {
        this.preparation = preparation;
        this.reads = reads;
        this.now = now;
    }

    /** @param duplicate the same signal is there already, or stands further up in the file */
    public record Guess(Receipt.Outcome outcome, boolean duplicate) {}

    /** One guess per row, in order. Call inside a transaction. */
    public List<Guess> next(Sender sender, List<Intake.Row> rows) {
        List<Prepared> batch = rows.stream()
                .map(row -> preparation.outline(sender, row.signal()))
                .toList();
        Map<SourceKey, IntakeReads.Earlier> earlier = reads.earlier(batch);
        reads.known(batch, false).all().forEach((key, episodes) -> episodes.forEach(each -> addKnown(key, each)));
        List<Guess> guesses = new ArrayList<>(batch.size());
        batch.forEach(each -> guesses.add(guess(each, earlier)));
        return guesses;
    }

    private void addKnown(Long key, EpisodeWork episode) {
        joining.add(key, known.computeIfAbsent(episode.id, id -> episode));
    }

    private Guess guess(Prepared each, Map<SourceKey, IntakeReads.Earlier> earlier) {
        IntakeReads.Earlier before = earlier.get(each.sourceKey());
        Bytes earlierMac = before == null ? seen.putIfAbsent(each.sourceKey(), each.mac()) : before.mac();
        if (earlierMac != null) {
            return each.says(earlierMac)
                    ? new Guess(Receipt.Outcome.MERGED, true)
                    : new Guess(Receipt.Outcome.CONFLICT, false);
        }
        boolean history = History.is(each.signal().occurredAt(), now);
        boolean joins = join(each);
        return new Guess(
                history ? Receipt.Outcome.HISTORY : joins ? Receipt.Outcome.MERGED : Receipt.Outcome.ACCEPTED, false);
    }

    private boolean join(Prepared each) {
        Person person = each.person();
        Instant at = each.signal().occurredAt();
        var found = joining.find(person, at);
        EpisodeWork episode = found.orElseGet(() -> new EpisodeWork(
                new EpisodeWork.Identity(Uuid7.next(), NOBODY, true),
                NOWHERE,
                EpisodeState.OPEN,
                IntakeTransaction.stated(each),
                at));
        episode.first = at.isBefore(episode.first) ? at : episode.first;
        episode.last = at.isAfter(episode.last) ? at : episode.last;
        episode.knownAs(person.token());
        joining.add(person.idKey(), episode);
        joining.add(person.phoneNameKey(), episode);
        return found.isPresent();
    }
}
