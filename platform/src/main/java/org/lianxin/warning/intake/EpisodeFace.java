package org.lianxin.warning.intake;

import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.lianxin.shared.Masks;
import org.lianxin.shared.NationalId;
import org.lianxin.warning.domain.Signal;
import org.lianxin.warning.domain.SourceTime;

/** What a list shows of a person before anybody has named a purpose. */
record EpisodeFace(
        String nameMasked,
        @Nullable String phoneMasked,
        @Nullable String gender,
        @Nullable Long ageDecade) {

    static EpisodeFace of(Signal signal) {
        NationalId id = signal.nationalId();
        return new EpisodeFace(
                Masks.name(signal.name()),
                signal.phone() == null ? null : Masks.phone(signal.phone().national()),
                id == null ? null : (id.value().charAt(16) - '0') % 2 == 1 ? "male" : "female",
                id == null ? null : decade(id, signal));
    }

    private static @Nullable Long decade(NationalId id, Signal signal) {
        try {
            LocalDate born = LocalDate.parse(id.value().substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
            int years = Period.between(
                            born, signal.occurredAt().atZone(SourceTime.ZONE).toLocalDate())
                    .getYears();
            return years < 0 || years > 130 ? null : years / 10 * 10L;
        } catch (java.time.DateTimeException e) {
            return null;
        }
    }
}
