package org.lianxin.bench.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.lianxin.shared.NationalId;
import org.lianxin.shared.PhoneNumber;

@Tag("fast")
class PersonTest {

    private static final int MANY = 20_000;

    @Test
    void everyPersonHasANationalIdAndAPhoneNumberThatTheServiceAccepts() {
        assertThat(LongStream.range(0, MANY).mapToObj(serial -> Person.of(7, serial)))
                .allMatch(person -> NationalId.find(person.nationalId()).isPresent())
                .allMatch(person -> PhoneNumber.find(person.phone()).isPresent());
    }

    @Test
    void noTwoPersonsShareANationalIdOrAPhoneNumber() {
        Set<String> ids = new HashSet<>();
        Set<String> phones = new HashSet<>();
        for (long serial = 0; serial < MANY; serial++) {
            Person person = Person.of(3, serial);
            ids.add(person.nationalId());
            phones.add(person.phone());
        }
        assertThat(ids).hasSize(MANY);
        assertThat(phones).hasSize(MANY);
    }
}
