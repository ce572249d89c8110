package org.lianxin.warning.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Role;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.InventedWork.Came;
import org.lianxin.warning.domain.CallSteps;
import org.lianxin.warning.domain.Outcome;
import org.lianxin.warning.episode.Access;
import org.lianxin.warning.episode.Calls;
import org.lianxin.warning.episode.EpisodeLists.Query;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.EpisodeRows;
import org.lianxin.warning.episode.Outcomes;
import org.lianxin.warning.episode.PersonalContent;
import org.lianxin.warning.episode.PersonalContent.Phone;
import org.lianxin.warning.episode.Routes;
import org.lianxin.warning.export.Exports;
import org.springframework.stereotype.Component;

/** What invented colleagues do with episodes: the same purposes, calls and outcomes as people's. */
@Component
class MadeUpDeeds {

    private final ScopedTransactions transactions;
    private final Access access;
    private final EpisodeRows episodes;
    private final PersonalContent content;
    private final Deeds deeds;

    MadeUpDeeds(
            ScopedTransactions transactions,
            Access access,
            EpisodeRows episodes,
            PersonalContent content,
            Deeds deeds) {
        this.transactions = transactions;
        this.access = access;
        this.episodes = episodes;
        this.content = content;
        this.deeds = deeds;
    }

    /** What can be done. */
    @Component
    record Deeds(Calls calls, Outcomes outcomes, Routes routes, Exports exports, MadeUpSessions sessions) {}

    void call(Viewer by, UUID id, @Nullable String result) {
        String word = by.has(Role.WARNING_CLERK) ? "dissuade" : "visit";
        Purpose purpose = access.purpose(by, id, word, null, null);
        Phone phone = transactions.runFor(by, purpose, () -> {
            EpisodeRow episode = episodes.find(id).orElseThrow(Refused::missing);
            return content.open(episode, List.of("phone")).phones().getFirst();
        });
        UUID call = transactions.run(by, () -> deeds.calls().place(by, id, phone));
        if (result != null) {
            transactions.run(by, () -> {
                CallSteps.Heard heard = CallSteps.Heard.result(result).orElseThrow();
                deeds.calls().result(by, id, new Calls.Result(call, heard, null, null));
                return call;
            });
        }
    }

    void outcome(Viewer by, UUID id, Came came) {
        Outcome.Kind kind = Outcome.Kind.find(came.kind()).orElseThrow();
        Outcome outcome = new Outcome(kind, came.savedCents(), came.savedHow(), came.lostCents(), came.note());
        transactions.run(by, () -> {
            deeds.outcomes().record(by, new Outcomes.Recording(id, outcome, came.orderId(), came.toUnit(), false));
            return id;
        });
    }

    UUID askForList(Viewer by, String reason) {
        Query centre = new Query("centre", null, null, null, null, null, null, 0);
        return deeds.exports().ask(by, new Exports.Asked(centre, false, reason)).id();
    }

    void awaken(Viewer first, Viewer second, UUID id, String part) {
        transactions.run(first, () -> deeds.sessions().first(first, id, part));
        transactions.run(second, () -> deeds.sessions().second(second, id, part));
    }

    void route(Viewer by, UUID id, String division) {
        transactions.run(by, () -> {
            deeds.routes().route(by, id, division);
            return id;
        });
    }
}
