package org.lianxin.warning.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Slice;
import org.lianxin.shared.SubjectRef;
import org.lianxin.shared.Uuid7;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.episode.EpisodeLists;
import org.lianxin.warning.episode.EpisodeLists.Query;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.EpisodeRows;
import org.lianxin.warning.export.ExportSheet.Person;
import org.lianxin.warning.intake.Content;
import org.lianxin.warning.intake.SealedContents;
import org.springframework.stereotype.Component;

/** Takes a list out of the house, for a purpose that is written down first. */
@Component
public class Exports {

    /** As many persons as one person may take alone (decision 9). */
    public static final int ALONE = 50;

    private static final int MOST = 5_000;
    private static final int PAGE = 200;

    private final ScopedTransactions transactions;
    private final EpisodeLists lists;
    private final EpisodeRows episodes;
    private final ExportRows rows;
    private final PersonBooks contents;

    Exports(
            ScopedTransactions transactions,
            EpisodeLists lists,
            EpisodeRows episodes,
            ExportRows rows,
            PersonBooks contents) {
        this.transactions = transactions;
        this.lists = lists;
        this.episodes = episodes;
        this.rows = rows;
        this.contents = contents;
    }

    /** Opens what was said about people, and writes down whose. */
    @Component
    record PersonBooks(SealedContents sealed, AuditLog audit) {}

    /**
     * What is asked for.
     *
     * @param unmasked whether names, phones and addresses are to be readable
     * @param reason what the list is for, in the person's words
     */
    public record Asked(Query query, boolean unmasked, String reason) {}

    /** The workbook at once, for fifty persons at most. */
    public byte[] takeAlone(Viewer viewer, Asked asked) {
        List<UUID> ids = transactions.run(viewer, () -> listed(viewer, asked.query()));
        if (ids.size() > ALONE) {
            throw new Refused(
                    409,
                    "warning.export-needs-second",
                    Words.say("warning.refused.export-needs-second", ids.size(), ALONE),
                    Map.of("persons", ids.size(), "alone", ALONE));
        }
        return workbook(viewer, Uuid7.next(), ids, asked.unmasked(), asked.reason());
    }

    /** Asks for more than one may take alone. */
    public Export ask(Viewer viewer, Asked asked) {
        return transactions.run(viewer, () -> {
            UUID id = Uuid7.next();
            List<UUID> ids = listed(viewer, asked.query());
            rows.insert(id, viewer, asked.reason(), asked.unmasked(), ids);
            contents.audit().deed(new AuditLog.Deed("warning.export.asked", subject(id), ids.size(), "done", null));
            return rows.find(id).orElseThrow();
        });
    }

    public List<Export> list(Viewer viewer) {
        return transactions.run(viewer, rows::list);
    }

    public Export decide(Viewer viewer, UUID id, boolean grant, String why) {
        return transactions.run(viewer, () -> {
            Export asked = rows.find(id).orElseThrow(Refused::missing);
            if (asked.staffId().equals(viewer.staffId())) {
                throw Refused.of(403, "warning.export-own");
            }
            if (!rows.decide(id, viewer, grant, why)) {
                throw Refused.of(409, "warning.export-decided");
            }
            String action = grant ? "warning.export.agreed" : "warning.export.refused";
            contents.audit()
                    .deed(new AuditLog.Deed(
                            action, subject(id), asked.episodes().size(), "done", null));
            return rows.find(id).orElseThrow();
        });
    }

    /** The workbook that was agreed to: once, and only for whoever asked. */
    public byte[] take(Viewer viewer, UUID id) {
        Export agreed = transactions.run(viewer, () -> {
            Export export = rows.find(id)
                    .filter(each -> each.staffId().equals(viewer.staffId()))
                    .orElseThrow(Refused::missing);
            if (!rows.take(id, viewer)) {
                throw Refused.of(409, "warning.export-not-open");
            }
            return export;
        });
        return workbook(viewer, id, agreed.episodes(), agreed.unmasked(), agreed.reason());
    }

    private List<UUID> listed(Viewer viewer, Query query) {
        List<UUID> ids = new ArrayList<>();
        @Nullable String after = null;
        do {
            Slice<EpisodeRow> page = lists.list(
                    viewer,
                    new Query(
                            query.view(),
                            query.county(),
                            query.scamType(),
                            query.level(),
                            query.state(),
                            query.typed(),
                            after,
                            PAGE));
            page.items().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null && ids.size() <= MOST);
        if (ids.size() > MOST) {
            throw Refused.of(422, "warning.export-too-many", MOST);
        }
        return ids;
    }

    private static SubjectRef subject(UUID id) {
        return new SubjectRef("warning", id);
    }

    private byte[] workbook(Viewer viewer, UUID id, List<UUID> ids, boolean unmasked, String reason) {
        Purpose purpose = new Purpose("warning.export", subject(id), null, reason);
        return transactions.runFor(viewer, purpose, () -> {
            List<EpisodeRow> found =
                    ids.stream().flatMap(each -> episodes.find(each).stream()).toList();
            Map<UUID, Person> people = unmasked ? people(found) : Map.of();
            contents.audit()
                    .shown(
                            found.stream().map(Exports::token).toList(),
                            unmasked ? List.of("name", "phone", "address") : List.of("masks"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try {
                ExportSheet.write(out, found, people);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return out.toByteArray();
        });
    }

    private static String token(EpisodeRow row) {
        String token = row.personToken();
        return token == null ? "episode/" + row.id() : token;
    }

    private Map<UUID, Person> people(List<EpisodeRow> found) {
        Map<UUID, Person> people = new HashMap<>();
        contents.sealed().open(found.stream().map(EpisodeRow::id).toList()).forEach(opened -> {
            Content content = opened.content();
            String phone = content.phone();
            people.put(
                    opened.episodeId(),
                    new Person(
                            content.name(),
                            phone == null ? null : new PhoneNumber(phone).national(),
                            content.address()));
        });
        return people;
    }
}
