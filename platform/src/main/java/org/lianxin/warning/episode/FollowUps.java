package org.lianxin.warning.episode;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.order.OrderView;
import org.lianxin.shared.Refused;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.EpisodeState;
import org.lianxin.warning.domain.FollowUp;
import org.lianxin.warning.domain.FollowUp.Result;
import org.lianxin.warning.domain.LifeCycle;
import org.lianxin.warning.domain.Outcome;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person says when asked again. A loss opens the episode again and corrects the figure. */
@Component
public class FollowUps {

    private static final List<String> KINDS = List.of("follow-up");
    private static final long MOST_CENTS = 10_000_000_000_000_000L;

    private final EpisodeRows episodes;
    private final FollowUpBook book;
    private final NextOrders orders;
    private final Routes.Books books;
    private final JdbcClient jdbc;

    FollowUps(EpisodeRows episodes, FollowUpBook book, NextOrders orders, Routes.Books books, JdbcClient jdbc) {
        this.episodes = episodes;
        this.book = book;
        this.orders = orders;
        this.books = books;
        this.jdbc = jdbc;
    }

    /** @param lostCents what was lost after the warning; only with {@link Result#LOST}, and then needed */
    public record Answer(
            UUID episode,
            Result result,
            @Nullable Long lostCents,
            @Nullable String note) {}

    /** Call in the viewer's transaction. A loss may be told at any time after closing; the rest only when somebody was told to ask. */
    public void record(Viewer viewer, Answer answer) {
        EpisodeRow episode = episodes.lock(answer.episode()).orElseThrow(Refused::missing);
        Optional<LifeCycle.Move> loss = LifeCycle.find(episode.state(), LifeCycle.Deed.LOSS);
        if (loss.isEmpty() || !episode.isReached()) {
            throw Refused.of(409, "warning.not-to-follow-up");
        }
        Optional<Integer> open = book.open(episode);
        if (open.isEmpty() && answer.result() != Result.LOST) {
            throw Refused.of(409, "warning.no-follow-up-due");
        }
        Optional<OrderView> order = orders.actedOn(episode, viewer, null, KINDS);
        order.ifPresent(each -> orders.sign(each, viewer));
        order.ifPresent(each ->
                orders.meet(each, answer.result().word(), answer.result().word()));
        orders.withdraw(episode, KINDS, Words.say(Locale.CHINESE, "warning.withdrawn.other-reached"));
        open.ifPresent(day -> {
            book.answer(episode, day, answer.result());
            FollowUp.again(day, answer.result()).ifPresent(next -> book.plan(episode, next));
        });
        if (answer.result() == Result.LOST) {
            lost(viewer, episode, answer, loss.orElseThrow().to());
        } else {
            books.chronicle().note(episode.id(), "follow-up." + answer.result().word());
        }
        books.chronicle().keepWords(episode, answer.note());
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }

    /** FU-03, FU-04: the episode is open again, its money is looked for, and what was counted as saved is taken back. */
    private void lost(Viewer viewer, EpisodeRow episode, Answer answer, EpisodeState to) {
        Long cents = answer.lostCents();
        if (cents == null || cents <= 0 || cents > MOST_CENTS) {
            throw Refused.of(422, "warning.follow-up-needs-lost");
        }
        long takenBack = FollowUp.takenBack(episode.savedCents(), episode.closedAt(), now());
        jdbc.sql("""
                        update warning.episode
                        set state = :state, closed_at = null, outcome = 'partly-paid', holder_staff = :staff,
                            lost_cents = lost_cents + :lost, saved_cents = saved_cents - :back, unsaved_cents = unsaved_cents + :back
                        where id = :id""")
                .param("state", to.word())
                .param("staff", viewer.staffId())
                .param("lost", cents)
                .param("back", takenBack)
                .param("id", episode.id())
                .update();
        Outcome outcome = new Outcome(Outcome.Kind.PARTLY_PAID, null, null, cents, null);
        int number = books.chronicle().outcomes(episode.id()) + 1;
        orders.issue(
                episode,
                outcome.next(episode.level(), episode.moneyMoving(), episode.isRouted()),
                viewer,
                "follow-up-lost-" + number + "-" + episode.round(),
                null);
        books.chronicle()
                .note(episode.id(), "follow-up.lost", new Chronicle.Detail("follow-up", null, cents, null, null));
        if (takenBack > 0) {
            String note = String.format(Locale.ROOT, "saved -%d.%02d", takenBack / 100, takenBack % 100);
            books.chronicle().note(episode.id(), "corrected");
            books.audit()
                    .deed(new AuditLog.Deed("warning.figure.corrected", NextOrders.subject(episode), 1, "done", note));
        }
    }

    private Instant now() {
        return jdbc.sql("select lianxin_now()")
                .query(java.time.OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
