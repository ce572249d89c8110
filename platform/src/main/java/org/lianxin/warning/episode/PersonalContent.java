package org.lianxin.warning.episode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lianxin.audit.AuditLog;
import org.lianxin.shared.PhoneNumber;
import org.lianxin.vault.Vault;
import org.lianxin.warning.domain.SignalCheck;
import org.lianxin.warning.intake.Content;
import org.lianxin.warning.intake.SealedContents;
import org.lianxin.warning.intake.SealedContents.Opened;
import org.springframework.stereotype.Component;

/** What an episode's sources said about the person. Call in a transaction with a purpose; what is shown is written down. */
@Component
public class PersonalContent {

    private final SealedContents contents;
    private final Chronicle chronicle;
    private final AuditLog audit;
    private final Vault vault;
    private final EarlierEpisodes earlier;

    PersonalContent(
            SealedContents contents, Chronicle chronicle, AuditLog audit, Vault vault, EarlierEpisodes earlier) {
        this.contents = contents;
        this.earlier = earlier;
        this.chronicle = chronicle;
        this.audit = audit;
        this.vault = vault;
    }

    /**
     * @param id to dial and to unmask by, instead of the number
     * @param label whose number the source says it is; empty for the person's own
     */
    public record Phone(String id, PhoneNumber number, String label) {
        public boolean isOwn() {
            return label.isEmpty();
        }
    }

    /** Newest signal last. */
    public record Dossier(
            String name,
            @Nullable String nationalId,
            @Nullable String address,
            List<Phone> phones,
            Map<String, String> fields,
            Map<UUID, Content> bySignal,
            List<Chronicle.Note> notes,
            List<EarlierEpisodes.Earlier> earlier) {
        @Override
        public String toString() {
            return "Dossier[" + bySignal.size() + " signals]";
        }
    }

    public Dossier open(EpisodeRow episode, List<String> shown) {
        List<Opened> opened = opened(episode);
        String token = episode.personToken();
        audit.shown(List.of(token == null ? "episode/" + episode.id() : token), shown);
        List<Chronicle.Note> notes = chronicle.listWords(episode);
        if (opened.isEmpty()) {
            return new Dossier("", null, null, List.of(), Map.of(), Map.of(), notes, List.of());
        }
        Map<UUID, Content> bySignal = new LinkedHashMap<>();
        Map<String, String> fields = new LinkedHashMap<>();
        for (Opened each : opened) {
            bySignal.put(each.signalId(), each.content());
            fields.putAll(each.content().fields());
        }
        List<Content> all = opened.stream().map(Opened::content).toList();
        return new Dossier(
                all.getLast().name(),
                last(all, Content::nationalId),
                last(all, Content::address),
                phones(all),
                fields,
                bySignal,
                notes,
                earlier.list(episode, all));
    }

    /** Nothing where the key was destroyed: what was erased is shown as what has expired. */
    private List<Opened> opened(EpisodeRow episode) {
        try {
            return contents.open(List.of(episode.id()));
        } catch (Vault.KeyDestroyed e) {
            return List.of();
        }
    }

    private static @Nullable String last(List<Content> all, Function<Content, @Nullable String> value) {
        String last = null;
        for (Content content : all) {
            String each = value.apply(content);
            last = each == null ? last : each;
        }
        return last;
    }

    /** The person's own numbers first, then others a source gave: family, workplace, whoever may reach them. */
    private List<Phone> phones(List<Content> all) {
        List<Phone> phones = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Content content : all.reversed()) {
            if (content.phone() != null) {
                add(phones, seen, new PhoneNumber(content.phone()), "");
            }
        }
        for (Content content : all) {
            content.fields().forEach((header, text) -> {
                if (header.matches(".*(电话|手机|联系|phone|mobile).*")) {
                    Optional<PhoneNumber> number = SignalCheck.findPhone(text.strip());
                    number.ifPresent(each -> add(phones, seen, each, header));
                }
            });
        }
        return phones;
    }

    private void add(List<Phone> phones, Set<String> seen, PhoneNumber number, String label) {
        if (seen.add(number.e164())) {
            phones.add(new Phone(phoneId(number), number, label));
        }
    }

    private String phoneId(PhoneNumber number) {
        byte[] mac = vault.mac("warning.phone-id", number.e164().getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(mac, 8));
    }
}
