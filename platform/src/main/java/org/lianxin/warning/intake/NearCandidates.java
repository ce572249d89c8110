package org.lianxin.warning.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lianxin.organisation.Units.UnitRef;
import org.lianxin.place.Candidate;
import org.lianxin.place.Places;
import org.lianxin.warning.intake.Routing.Route;

/** Of many places of one name those in the receiver's own area come first; a person still chooses (WA-08). */
final class NearCandidates {

    private static final int FEW = 20;
    private static final Pattern DIVISION = Pattern.compile("^\\d{4,6}");

    private final Places places;
    private final Remembered<List<Candidate>> remembered = new Remembered<>(100_000);

    NearCandidates(Places places) {
        this.places = places;
    }

    Route nearFirst(Route route, @Nullable String address, UnitRef receiver) {
        if (address == null
                || !(route instanceof Route.Unclear unclear)
                || !unclear.reason().equals("ambiguous")) {
            return route;
        }
        List<Candidate> all = new ArrayList<>(near(Routing.withoutDoor(address), receiver));
        List<String> codes = all.stream().map(Candidate::code).toList();
        unclear.candidates().stream()
                .filter(each -> !codes.contains(each.code()))
                .forEach(all::add);
        return new Route.Unclear(unclear.reason(), all.stream().limit(FEW).toList());
    }

    /** Unit codes begin with the code of the division they lie in. */
    private List<Candidate> near(String address, UnitRef receiver) {
        Matcher matcher = DIVISION.matcher(receiver.code());
        if (!matcher.find()) {
            return List.of();
        }
        String area = matcher.group();
        return places.find((area + "00").substring(0, 6))
                .map(division -> remembered.get(division.fullName() + address, text -> within(text, area)))
                .orElse(List.of());
    }

    private List<Candidate> within(String text, String area) {
        return places.resolve(text).candidates().stream()
                .filter(each -> each.code().startsWith(area) && each.code().length() > 6)
                .toList();
    }
}
