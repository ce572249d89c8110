package org.lianxin.warning.script;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.audit.ScopedTransactions.SystemJob;
import org.lianxin.live.LiveChanges;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.shared.Words;
import org.lianxin.warning.domain.ScamType;
import org.lianxin.warning.script.ScriptStore.Row;
import org.lianxin.warning.script.ScriptText.Reading;
import org.springframework.stereotype.Service;

/**
 * The scripts in use and their versions. A draft changes nothing; it goes live whole and with a reason, and what was live
 * stays readable for good (SC-06, SC-07).
 */
@Service
public class ScriptVersions {

    static final SystemJob JOB = new SystemJob("warning.scripts", false);

    private static final int SHORTEST_REASON = 2;
    private static final int LONGEST_REASON = 200;

    private final ScopedTransactions transactions;
    private final ScriptStore store;
    private final AuditLog audit;
    private final LiveChanges live;

    ScriptVersions(ScopedTransactions transactions, ScriptStore store, AuditLog audit, LiveChanges live) {
        this.transactions = transactions;
        this.store = store;
        this.audit = audit;
        this.live = live;
    }

    /**
     * A scam type and the script in use for it.
     *
     * @param draft number of the newest draft after it; null when nobody is changing it
     */
    public record InUse(
            String scamType,
            String title,
            int version,
            Instant since,
            String by,
            @Nullable Integer draft) {}

    /** @param state draft, live or retired */
    public record Version(
            int version,
            String state,
            int base,
            String content,
            Instant madeAt,
            String madeBy,
            @Nullable Instant since,
            @Nullable String by,
            @Nullable String reason) {}

    /** A flaw as a sentence for the reader. */
    public record FlawLine(int line, String code, String message) {}

    /** A text as it would be spoken, or why it cannot be; one of the two is there. */
    public record Preview(@Nullable Script script, List<FlawLine> flaws) {}

    /** The script of a scam type, and its version, as calls keep it. */
    public record Spoken(String scamType, int version, Script script) {}

    /** All scam types, in the order of the glossary. */
    public List<InUse> list(Viewer viewer) {
        List<Row> rows = transactions.run(viewer, store::listLiveAndDrafts);
        return Arrays.stream(ScamType.values())
                .flatMap(type -> rows.stream()
                        .filter(row -> row.scamType().equals(type.code()) && !row.isDraft())
                        .map(row -> inUse(row, rows)))
                .toList();
    }

    private static InUse inUse(Row row, List<Row> rows) {
        String key = "warning.scam." + row.scamType();
        Integer draft = rows.stream()
                .filter(each -> each.scamType().equals(row.scamType()) && each.isDraft())
                .map(Row::version)
                .filter(version -> version > row.version())
                .findFirst()
                .orElse(null);
        Instant since = row.liveSince() == null ? row.madeAt() : row.liveSince();
        return new InUse(row.scamType(), Words.say(key), row.version(), since, String.valueOf(row.liveBy()), draft);
    }

    /** What is said now to somebody who may be in this kind of scam; SC-08: a type without a script has the general one. */
    public Spoken inUse(Viewer viewer, String scamType) {
        String known = ScamType.ofCode(scamType).code();
        return transactions.run(viewer, () -> {
            Row row = store.findLive(known)
                    .or(() -> store.findLive(ScamType.OTHER.code()))
                    .orElseThrow(Refused::missing);
            return switch (ScriptText.read(row.content())) {
                case Reading.Whole(Script script) -> new Spoken(row.scamType(), row.version(), script);
                case Reading.Flawed(List<Flaw> flaws) ->
                    throw new IllegalStateException(row.scamType() + " " + row.version() + " is live with " + flaws);
            };
        });
    }

    /** Every version of one script, the newest first. */
    public List<Version> versions(Viewer viewer, String scamType) {
        List<Row> rows = transactions.run(viewer, () -> store.list(scamType));
        if (rows.isEmpty()) {
            throw Refused.missing();
        }
        return rows.stream().map(ScriptVersions::view).toList();
    }

    public Preview preview(String content) {
        return switch (ScriptText.read(content)) {
            case Reading.Whole(Script script) -> new Preview(script, List.of());
            case Reading.Flawed(List<Flaw> flaws) ->
                new Preview(null, flaws.stream().map(ScriptVersions::sentence).toList());
        };
    }

    /** Keeps a draft as it is, flaws included: it does nothing until it goes live. */
    public Version draft(Viewer viewer, String scamType, int base, String content) {
        return transactions.run(
                viewer,
                () -> transactions.runAs(JOB, () -> {
                    store.lockLive(scamType).orElseThrow(Refused::missing);
                    if (store.find(scamType, base).isEmpty()) {
                        throw Refused.of(422, "shared.invalid", "base");
                    }
                    int version = store.addDraft(scamType, base, content, viewer.name());
                    note("drafted", viewer, scamType, scamType + " version " + version + " from " + base);
                    return view(store.find(scamType, version).orElseThrow());
                }));
    }

    /** From now on this version is spoken. Refused with its flaws, without a reason, and when the live version is not the one it was made from. */
    public Version goLive(Viewer viewer, String scamType, int version, String reason) {
        if (reason.strip().length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw Refused.of(422, "warning.script-reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return transactions.run(
                viewer,
                () -> transactions.runAs(JOB, () -> {
                    int was = store.lockLive(scamType).orElseThrow(Refused::missing);
                    Row draft = store.find(scamType, version).orElseThrow(Refused::missing);
                    if (!draft.isDraft()) {
                        throw Refused.of(409, "warning.script-not-a-draft", version);
                    }
                    if (draft.base() != was) {
                        throw Refused.of(409, "warning.script-outdated", version, draft.base(), was);
                    }
                    List<FlawLine> flaws = preview(draft.content()).flaws();
                    if (!flaws.isEmpty()) {
                        throw Refused.of(
                                422,
                                "warning.script-flawed",
                                flaws.size(),
                                flaws.getFirst().message());
                    }
                    store.goLive(draft, viewer.name(), reason.strip());
                    note(
                            "live",
                            viewer,
                            scamType,
                            scamType + " version " + version + " after " + was + ": " + reason.strip());
                    return view(store.find(scamType, version).orElseThrow());
                }));
    }

    private void note(String what, Viewer viewer, String scamType, String note) {
        audit.deed(new AuditLog.Deed("warning.script." + what, null, 1, "done", note));
        live.announce("scripts", what, scamType, viewer.unitPath());
    }

    private static FlawLine sentence(Flaw flaw) {
        String key = "warning.script-flaw." + flaw.code();
        return new FlawLine(
                flaw.line(), flaw.code(), Words.say(key, flaw.arguments().toArray()));
    }

    private static Version view(Row row) {
        return new Version(
                row.version(),
                row.state(),
                row.base(),
                row.content(),
                row.madeAt(),
                row.madeBy(),
                row.liveSince(),
                row.liveBy(),
                row.reason());
    }
}
