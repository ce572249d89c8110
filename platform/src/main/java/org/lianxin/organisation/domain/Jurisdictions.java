package org.lianxin.organisation.domain;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Which unit answers for a place: posts before grids before divisions, and within each the smallest division. */
public final class Jurisdictions {

    /** The kinds from the most specific. */
    public static final List<String> KINDS = List.of("post", "grid", "division");

    private final Map<String, Map<String, Set<UUID>>> byKindAndCode = new HashMap<>();
    private final List<AddressLine> addressLines = new ArrayList<>();

    /** @param parts division codes, or address lines */
    public record Claim(UUID unit, String kind, List<String> parts) {}

    private record AddressLine(UUID unit, String text) {}

    public Jurisdictions(List<Claim> claims) {
        for (Claim claim : claims) {
            for (String part : claim.parts) {
                if (DivisionCode.isOne(part)) {
                    byKindAndCode
                            .computeIfAbsent(claim.kind, kind -> new HashMap<>())
                            .computeIfAbsent(DivisionCode.significant(part), code -> new TreeSet<>())
                            .add(claim.unit);
                } else {
                    addressLines.add(new AddressLine(claim.unit, plain(part)));
                }
            }
        }
    }

    /** The units of equal right: one when it is clear, none when nobody answers. */
    public Set<UUID> answeringFor(String divisionCode) {
        List<String> outwards = DivisionCode.outwards(divisionCode);
        for (String kind : KINDS) {
            Map<String, Set<UUID>> byCode = byKindAndCode.getOrDefault(kind, Map.of());
            for (String code : outwards) {
                Set<UUID> units = byCode.get(code);
                if (units != null) {
                    return units;
                }
            }
        }
        return Set.of();
    }

    /** As above; the longest line of a grid that stands in the address wins, where its unit lies in the answer's reach. */
    public Set<UUID> answeringFor(String divisionCode, String address) {
        String plain = plain(address);
        int longest = 0;
        Set<UUID> found = new TreeSet<>();
        for (AddressLine line : addressLines) {
            int length = line.text.length();
            if (length >= longest && length > 0 && plain.contains(line.text)) {
                if (length > longest) {
                    found.clear();
                    longest = length;
                }
                found.add(line.unit);
            }
        }
        return found.isEmpty() ? answeringFor(divisionCode) : found;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
