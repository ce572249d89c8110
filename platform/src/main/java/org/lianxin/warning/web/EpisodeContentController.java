package org.lianxin.warning.web;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.Purpose;
import org.lianxin.audit.ScopedTransactions;
import org.lianxin.organisation.Units;
import org.lianxin.organisation.Units.StaffRef;
import org.lianxin.shared.Masks;
import org.lianxin.shared.Refused;
import org.lianxin.shared.Viewer;
import org.lianxin.warning.episode.Access;
import org.lianxin.warning.episode.Chronicle;
import org.lianxin.warning.episode.EpisodeRow;
import org.lianxin.warning.episode.EpisodeRows;
import org.lianxin.warning.episode.PersonalContent;
import org.lianxin.warning.episode.PersonalContent.Dossier;
import org.lianxin.warning.episode.PersonalContent.Phone;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Personal content, for a purpose that is written down before anything is shown. */
@RestController
@RequestMapping("/api/warning/episodes/{id}")
class EpisodeContentController {

    private static final int LONGEST_REASON = 500;
    private static final int SHORTEST_REASON = 2;

    /** A phone, card, document or account number anywhere in a text: nine digits or more, also in groups, or a passport's letters and seven or eight. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<![0-9A-Za-z])(?:\\+?[0-9]{9,}[Xx]?|(?:[0-9]{3,4}[ -]){2,}[0-9]{1,7}|[A-Za-z]{1,2}[0-9]{7,8})(?![0-9A-Za-z])");

    /** The purpose that needs to know where, not who. */
    private static final String ADDRESS_ONLY = "route";

    private final ContentReads reads;
    private final StopViews stops;
    private final EarlierViews earlier;
    private final Units units;
    private final Clock clock;

    EpisodeContentController(ContentReads reads, StopViews stops, EarlierViews earlier, Units units, Clock clock) {
        this.reads = reads;
        this.stops = stops;
        this.earlier = earlier;
        this.units = units;
        this.clock = clock;
    }

    record OpenRequest(
            @Nullable String purpose,
            @Nullable UUID orderId,
            @Nullable String reason) {}

    record UnmaskRequest(
            @Nullable String field,
            @Nullable String reason,
            @Nullable String purpose,
            @Nullable UUID orderId) {}

    record PhoneView(
            String id,
            String masked,
            @Nullable String kind,
            @Nullable String owner) {
        static PhoneView of(Phone phone) {
            boolean own = phone.label().isEmpty();
            return new PhoneView(
                    phone.id(),
                    Masks.phone(phone.number().national()),
                    own ? "own" : "other",
                    own ? null : phone.label());
        }
    }

    record DescribedSignal(String id, @Nullable String description) {}

    record OpenedView(
            String name,
            @Nullable String nationalId,
            List<PhoneView> phones,
            @Nullable String address,
            Map<String, String> fields,
            List<DescribedSignal> signals,
            List<NoteView> notes,
            List<StopViews.PaymentView> payments,
            List<EarlierViews.EarlierView> earlier,
            Instant openedAt) {}

    /** What a colleague wrote about it. */
    record NoteView(Instant at, String by, String words) {}

    record Value(String value) {}

    private static String word(String purpose) {
        return purpose.replace("warning.", "");
    }

    @PostMapping("/open")
    OpenedView open(Viewer viewer, @PathVariable UUID id, @RequestBody OpenRequest request) {
        String purpose = word(request.purpose() == null ? "" : request.purpose());
        ContentReads.Asking asking = new ContentReads.Asking(id, purpose, request.orderId(), request.reason());
        List<String> shown = purpose.equals(ADDRESS_ONLY)
                ? List.of("address")
                : List.of("name", "phones masked", "address", "fields", "description");
        return reads.read(
                viewer,
                asking,
                shown,
                dossier -> purpose.equals(ADDRESS_ONLY) ? addressOnly(dossier) : all(id, dossier));
    }

    private OpenedView all(UUID episode, Dossier dossier) {
        String id = dossier.nationalId();
        return new OpenedView(
                dossier.name(),
                id == null ? null : Masks.nationalId(id),
                dossier.phones().stream().map(PhoneView::of).toList(),
                dossier.address(),
                maskedNumbers(dossier),
                dossier.bySignal().entrySet().stream()
                        .map(each -> new DescribedSignal(
                                each.getKey().toString(), each.getValue().description()))
                        .toList(),
                dossier.notes().stream().map(this::note).toList(),
                stops.opened(episode),
                dossier.earlier().stream().map(earlier::view).toList(),
                clock.instant());
    }

    private NoteView note(Chronicle.Note note) {
        UUID staff = note.staffId();
        String by =
                staff == null ? "" : units.findStaff(staff).map(StaffRef::name).orElse("");
        return new NoteView(note.at(), by, note.words());
    }

    private OpenedView addressOnly(Dossier dossier) {
        return new OpenedView(
                "",
                null,
                List.of(),
                dossier.address(),
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                clock.instant());
    }

    /** Numbers in the source's own columns are masked like any other: they are dialled by id, or unmasked with a reason. */
    private static Map<String, String> maskedNumbers(Dossier dossier) {
        Map<String, String> fields = new LinkedHashMap<>();
        dossier.fields()
                .forEach((header, text) -> fields.put(
                        header,
                        NUMBER.matcher(text)
                                .replaceAll(found -> Matcher.quoteReplacement(Masks.account(found.group())))));
        return fields;
    }

    @PostMapping("/unmask")
    Value unmask(Viewer viewer, @PathVariable UUID id, @RequestBody UnmaskRequest request) {
        String field = request.field() == null ? "" : request.field();
        String reason = request.reason() == null ? "" : request.reason().strip();
        if (reason.length() < SHORTEST_REASON) {
            throw Refused.of(422, "warning.reason-needed");
        }
        String purpose = word(request.purpose() == null ? reads.usualPurpose(viewer) : request.purpose());
        if (purpose.equals(ADDRESS_ONLY)) {
            throw Refused.of(403, "warning.purpose-not-yours");
        }
        ContentReads.Asking asking = new ContentReads.Asking(id, purpose, request.orderId(), reason);
        return reads.read(viewer, asking, List.of(field), dossier -> new Value(value(dossier, field)));
    }

    private static String value(Dossier dossier, String field) {
        String plain = field.startsWith("phone:") ? field.substring("phone:".length()) : field;
        if (plain.equals("nationalId")) {
            String id = dossier.nationalId();
            return id == null ? "" : id;
        }
        return dossier.phones().stream()
                .filter(phone -> phone.id().equals(plain))
                .map(phone -> phone.number().national())
                .findFirst()
                .or(() -> java.util.Optional.ofNullable(dossier.fields().get(plain)))
                .orElseThrow(Refused::missing);
    }

    /** Opens content for somebody with a purpose. */
    @Component
    static class ContentReads {

        private final ScopedTransactions transactions;
        private final Access access;
        private final EpisodeRows episodes;
        private final PersonalContent content;

        ContentReads(ScopedTransactions transactions, Access access, EpisodeRows episodes, PersonalContent content) {
            this.transactions = transactions;
            this.access = access;
            this.episodes = episodes;
            this.content = content;
        }

        record Asking(
                UUID episode,
                String purpose,
                @Nullable UUID orderId,
                @Nullable String reason) {

            /** The reason stays in the log for good. */
            Asking {
                if (reason != null && reason.length() > LONGEST_REASON) {
                    throw Refused.of(422, "shared.too-long", "reason", LONGEST_REASON);
                }
            }
        }

        <T> T read(Viewer viewer, Asking asking, List<String> shown, Function<Dossier, T> view) {
            Purpose purpose = purpose(viewer, asking);
            return transactions.runFor(viewer, purpose, () -> {
                EpisodeRow episode = episodes.find(asking.episode()).orElseThrow(Refused::missing);
                access.requireReason(episode, purpose);
                return view.apply(content.open(episode, shown));
            });
        }

        /** What the service uses on the viewer's behalf, for example to dial: nobody sees it, but the log says so. */
        <T> T use(Viewer viewer, Asking asking, List<String> used, Function<Dossier, T> view) {
            return transactions.runFor(viewer, purpose(viewer, asking), () -> {
                EpisodeRow episode = episodes.find(asking.episode()).orElseThrow(Refused::missing);
                return view.apply(content.open(episode, used));
            });
        }

        private Purpose purpose(Viewer viewer, Asking asking) {
            return access.purpose(viewer, asking.episode(), asking.purpose(), asking.orderId(), asking.reason());
        }

        String usualPurpose(Viewer viewer) {
            return viewer.has(org.lianxin.shared.Role.WARNING_CLERK) ? "dissuade" : "visit";
        }
    }
}
