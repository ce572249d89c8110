package org.lianxin.warning.episode;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.notification.Notifications;
import org.lianxin.notification.Notifications.NewMessage;
import org.lianxin.notification.ReplyReceived;
import org.lianxin.organisation.Units;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.UnitPath;
import org.lianxin.shared.Words;
import org.lianxin.warning.callercode.CallerCodes;
import org.lianxin.warning.callercode.Verdict;
import org.lianxin.warning.domain.TextReply;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Texts that people send us. Whoever was warned and writes back has read the warning: reached by message (WA-28). Whoever sends a
 * code is told by text whether the caller is genuine (WA-35). Runs inside the transaction that keeps the text.
 */
@Component
class TextReplies {

    private final EpisodeRows episodes;
    private final Routes.Books books;
    private final CallerCodes codes;
    private final Notifications notifications;
    private final Units units;
    private final JdbcClient jdbc;

    TextReplies(
            EpisodeRows episodes,
            Routes.Books books,
            CallerCodes codes,
            Notifications notifications,
            Units units,
            JdbcClient jdbc) {
        this.episodes = episodes;
        this.books = books;
        this.codes = codes;
        this.notifications = notifications;
        this.units = units;
        this.jdbc = jdbc;
    }

    @EventListener
    void on(ReplyReceived reply) {
        TextReply said = TextReply.read(reply.text());
        SubjectRef subject = reply.about() == null ? null : reply.about().subject();
        if (subject != null && subject.module().equals("warning") && !(said instanceof TextReply.NoAnswer)) {
            episodes.lock(subject.id()).ifPresent(episode -> reached(episode, said, reply.text()));
        }
        switch (said) {
            case TextReply.Code code -> tell(reply, verdict(reply.from(), code));
            case TextReply.AskHow how -> tell(reply, new Told("warning.sms.code-how"));
            case TextReply.Words words -> {}
            case TextReply.NoAnswer none -> {}
        }
    }

    /** What a code was is no word of a person: it stays out of the notes. */
    private void reached(EpisodeRow episode, TextReply said, String text) {
        if (!episode.state().isOpen()) {
            return;
        }
        jdbc.sql("""
                        update warning.episode
                        set reached_at = coalesce(reached_at, lianxin_now()),
                            reached_by = case when reached_at is null then 'message' else reached_by end
                        where id = :id""").param("id", episode.id()).update();
        if (said instanceof TextReply.Words) {
            books.chronicle().keepWords(episode, text);
        }
        books.chronicle().note(episode.id(), "message.answered");
        books.live().announce("episode", "changed", episode.id().toString(), new UnitPath(episode.unitPath()));
    }

    /** A registered text and what is filled in. */
    private record Told(String template, Object... arguments) {}

    private Told verdict(PhoneNumber from, TextReply.Code code) {
        String lastFour = code.lastFour() == null ? from.lastFour() : code.lastFour();
        return switch (codes.verifyByMessage(code.digits(), lastFour, from)) {
            case Verdict.Genuine genuine ->
                new Told("warning.sms.code-genuine", genuine.unitName(), genuine.staffNumberTail());
            case Verdict.NotGenuine wrong -> new Told("warning.sms.code-unknown");
            case Verdict.AskLater later -> new Told("warning.sms.code-later");
        };
    }

    private void tell(ReplyReceived reply, Told told) {
        notifications.send(List.of(new NewMessage(
                "warning/reply/" + reply.reply(),
                "sms",
                reply.from(),
                told.template(),
                Words.say(Locale.CHINESE, told.template(), told.arguments()),
                reply.about() == null ? null : reply.about().subject(),
                unit(reply.about()))));
    }

    /** Who writes to a number that nobody wrote to before: the unit above all. */
    private UUID unit(ReplyReceived.@Nullable About about) {
        return about == null ? units.list().getFirst().id() : about.unit();
    }
}
